import listingsShown from "virtual:listings";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultsOf, registry } from "../../src/engine/index.ts";
import { codeOnShow } from "../../src/player/panels/code-on-show.ts";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import { type Listing, listedStructures } from "../../src/scenario/index.ts";
import { openLab } from "./race-lab.ts";

const listings = new Map<string, Listing>();

beforeAll(async () => {
  for (const [structure, load] of listingsShown) listings.set(structure, await load());
});

describe.each([...registry.values()].map((system) => [system.id, system] as const))("%s", (id, system) => {
  const open = () => {
    const parameters = defaultsOf(system.parameters);
    const own = listedStructures(system, parameters).flatMap((name) => {
      const listing = listings.get(name);
      return listing === undefined ? [] : [[name, listing] as const];
    });
    return openLab(id, parameters, new Map(own)).player;
  };

  it("shows what may run next before anything has run, with no line lit", () => {
    const { state } = open();
    for (const language of ["typescript", "python"] as const) {
      expect(codeOnShow(state, language)).toMatchObject({ line: null });
    }
  });

  it("has code to show whatever is done", () => {
    for (const [operation, { arguments: fields }] of Object.entries(system.operations)) {
      const player = open();
      doByHand(player, { operation, values: defaultsOf(fields) });
      expect(codeOnShow(player.state, "typescript"), operation).toBeDefined();
    }
  });
});

import listingsShown from "virtual:listings";
import { describe, expect, test } from "vitest";
import { defaultsOf, type Frame, type Input, Recording, registry } from "../../../src/engine/index.ts";
import listing from "../../../src/engine/structures/overwriting-ring-buffer.ts?listing";
import { type ListedMethod, type Listing, listedStructures } from "../../../src/scenario/index.ts";
import { buildListing } from "../../../src/tools/vite/listing/build-listing.ts";
import { ProjectModules } from "../../../src/tools/vite/project-modules.ts";
import { methodOf, shown } from "./listing-fixture.ts";

test("a structure's file with ?listing is the listing of the class, with what it inherits", () => {
  expect(listing.structure).toBe("OverwritingRingBuffer");
  expect(shown(methodOf(listing, "pop"))[0]).toBe("pop(): T | undefined {");
  expect(shown(methodOf(listing, "getRecent"))[0]).toBe("getRecent(n: number): T[] {");
});

test("every structure that a system shows can be loaded, and nothing else is made a listing", async () => {
  const shown = new Set([...registry.values()].flatMap((system) => listedStructures(system)));
  expect([...listingsShown.keys()]).toEqual([...shown]);
  expect((await listingsShown.get("RingBuffer")?.())?.structure).toBe("RingBuffer");
});

const modules = new ProjectModules(process.cwd());
const listings = new Map<string, Listing>();

async function sourceOf(structure: string, method: string): Promise<readonly ListedMethod[]> {
  const known = listings.get(structure) ?? (await buildListing(modules.structure(structure))).listing;
  listings.set(structure, known);
  return known.languages.map(({ language }) => methodOf(known, method, language));
}

/** A few operations of every kind, with the usual values, so that structures fill, run over and empty. */
const script = (names: readonly string[], inputOf: (name: string) => Input) =>
  [
    ...names,
    ...names,
    ...Array(12).fill(names[0]),
    ...names,
    ...Array(14).fill(names[1] ?? names[0]),
    ...names,
  ].map(inputOf);

const systems = [...registry.values()];

describe.each(
  systems.filter(({ running }) => running !== undefined).map((system) => [system.id, system] as const),
)("in %s", (_, system) => {
  test("where a thread stands is in the source, and its code comes to each of its marks in their order", async () => {
    const each = Object.entries(system.operations).map(([operation, { arguments: fields }]) => {
      return { operation, values: defaultsOf(fields) };
    });
    const run: Input = { operation: "run", values: { steps: 400 } };
    const switched = (system.live ?? []).flatMap((parameter) => {
      const options = system.parameters[parameter]?.options ?? [];
      return options.flatMap((value): Input[] => [{ operation: "set", values: { parameter, value } }, run]);
    });
    const inputs = [...each, run, ...switched];
    const recording = new Recording({ system, parameters: defaultsOf(system.parameters), seed: 1 }, inputs);
    const seen = new Set<string>();
    for (let index = 0; index < recording.length; index++) {
      for (const { structure, method, marks } of system.running?.(recording.frame(index).state) ?? []) {
        const place = [structure, method, ...marks].join();
        if (seen.has(place)) continue;
        seen.add(place);
        expect(listedStructures(system)).toContain(structure);
        for (const listed of await sourceOf(structure, method)) {
          expect({ place, stray: strayMarks(listed, marks) }).toEqual({ place, stray: [] });
        }
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });
});

describe.each(
  systems.filter(({ running }) => running === undefined).map((system) => [system.id, system] as const),
)("in %s", (_, system) => {
  test("every operation's source is listed, and its code comes to each of its marks in the order of the run", async () => {
    const usual = (fields: object) =>
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default]));
    const inputOf = (operation: string) => {
      return { operation, values: usual(system.operations[operation]?.arguments ?? {}) };
    };
    const inputs = script(Object.keys(system.operations), inputOf);
    const recording = new Recording({ system, parameters: usual(system.parameters), seed: 1 }, inputs);
    for (const [index, { operation }] of inputs.entries()) {
      const source = system.operations[operation]?.source;
      if (source === undefined) continue;
      const frames: Frame[] = [];
      for (let at = recording.startOf(index) + 1; at <= recording.endOf(index); at++)
        frames.push(recording.frame(at));
      for (const method of await sourceOf(source.structure, source.method)) {
        expect(
          strayMarks(
            method,
            frames.filter(isOwnMove).map(({ cause }) => cause.mark),
          ),
        ).toEqual([]);
      }
    }
  });
});

/** Not the sum of many calls, which a system that writes by strides shows in one frame. */
function isOwnMove({ cause }: Frame): boolean {
  return cause.mark !== "write" || !("count" in cause.detail);
}

/** The marks of the method's own that its code would not come to where they stand; a call may be repeated. */
function strayMarks({ sites, first }: ListedMethod, marks: readonly string[]): string[] {
  let reachable = first;
  return marks.filter((mark) => {
    if (!sites.some((site) => site.mark === mark) || mark === "return") return false;
    const ended = reachable.length === 0 || reachable.some((index) => sites[index]?.mark === "return");
    const candidates = ended ? [...reachable, ...first] : reachable;
    const found = candidates.filter((index) => sites[index]?.mark === mark);
    reachable = found.flatMap((index) => sites[index]?.next ?? []);
    return found.length === 0;
  });
}

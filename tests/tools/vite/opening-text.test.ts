import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Frame, PersistentVector, Recording, registry, type System } from "../../../src/engine/index.ts";
import { viewIds } from "../../../src/player/loading/play-module.ts";
import type { Chapter } from "../../../src/scenario/index.ts";
import { parseEpisode } from "../../../src/scenario/parse/index.ts";
import { openingText } from "../../../src/tools/vite/opening-text.ts";
import type { View } from "../../../src/views/view.ts";

const TEXT = "episodes/07-ring-buffers/en.md";
const viewOf = async (id: string): Promise<View> => (await import(`../../../src/views/${id}/view.ts`)).view;

const { episode } = parseEpisode(readFileSync(path.resolve(TEXT), "utf8"), {
  file: TEXT,
  systems: registry,
  views: viewIds,
});
const made = (episode?.chapters ?? []).filter(({ beats }) => beats.length > 0);

function written(chapter: Chapter): Frame {
  const { text = "undefined" } = openingText(chapter, registry) ?? {};
  return new Function("PersistentVector", `return ${text}`)(PersistentVector);
}

function run({ scenes: [scene] }: Chapter): Frame {
  const system = registry.get(scene?.system ?? "") as System;
  return new Recording({ system, parameters: scene?.parameters ?? {}, seed: scene?.seed ?? 0 }).frame(0);
}

describe.each(made.map((chapter) => [chapter.id, chapter] as const))("the opening of “%s”", (_, chapter) => {
  test("is the frame that its system makes", () => {
    expect(written(chapter)).toEqual(run(chapter));
  });

  test("looks and reads the same", async () => {
    const size = { width: 900, height: 600 };
    const [written0, run0] = [written(chapter), run(chapter)].map((frame) => ({ frame, ahead: [] }));
    if (written0 === undefined || run0 === undefined) throw new Error("there is no frame");
    for (const id of chapter.scenes[0]?.views ?? []) {
      const view = await viewOf(id);
      expect(view.layout(written0, size)).toEqual(view.layout(run0, size));
      expect(view.describe(written0)).toBe(view.describe(run0));
    }
  });
});

test("a list in it is written in short where all its values are one", () => {
  const [chapter] = made;
  const [scene] = chapter?.scenes ?? [];
  if (chapter === undefined || scene === undefined) throw new Error("there is no chapter");
  const wide = {
    ...chapter,
    scenes: [{ ...scene, parameters: { ...scene.parameters, capacity: 1_000_000 } }],
  };
  expect(openingText(wide, registry)?.text.length).toBeLessThan(1_000);
  expect(written(wide)).toEqual(run(wide));
});

test("a chapter whose opening is too long has none: its system comes with it", () => {
  const [chapter] = made;
  if (chapter === undefined) throw new Error("there is no chapter");
  const scenes = [
    {
      system: "producer-consumer",
      parameters: { ...defaults("producer-consumer"), producers: 200, consumers: 200 },
      seed: 1,
      views: ["lanes"],
    },
  ];
  expect(openingText({ ...chapter, scenes }, registry)).toBeUndefined();
});

function defaults(id: string) {
  return Object.fromEntries(
    Object.entries((registry.get(id) as System).parameters).map(([name, field]) => [name, field.default]),
  );
}

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, test } from "vitest";
import { registry } from "../../src/engine/index.ts";
import { chapterHash, Track } from "../../src/scenario/index.ts";
import { checkEpisode, formatProblem } from "../../src/scenario/parse/index.ts";
import { ProjectModules } from "../../src/tools/vite/project-modules.ts";

const { episodes, views } = new ProjectModules(process.cwd());
const texts = episodes.map((path) => [relative(process.cwd(), path), readFileSync(path, "utf8")] as const);

test.each(texts)("%s does what it says", (file, text) => {
  const { problems } = checkEpisode(text, { file, systems: registry, views });
  expect(problems.map(formatProblem)).toEqual([]);
});

test.each(texts)("%s passes through the same frames forward and back, and again", (file, text) => {
  const { episode } = checkEpisode(text, { file, systems: registry, views });
  for (const chapter of episode.chapters) {
    const track = new Track(chapter, registry);
    const forward = Array.from({ length: track.length }, (_, position) => track.at(position).frame);
    const back = forward.map((_, steps) => track.at(track.length - 1 - steps).frame);
    expect(back.reverse()).toEqual(forward);
    expect(chapterHash(chapter, registry)).toBe(chapterHash(structuredClone(chapter), registry));
  }
});

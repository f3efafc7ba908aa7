import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { expect, test } from "vitest";
import { registry } from "../../src/engine/index.ts";
import { Track } from "../../src/scenario/index.ts";
import { checkEpisode, formatProblem } from "../../src/scenario/parse/index.ts";
import { ProjectModules } from "../../src/tools/vite/project-modules.ts";

const { episodes, views } = new ProjectModules(process.cwd());
const texts = episodes.map((path) => [relative(process.cwd(), path), readFileSync(path, "utf8")] as const);

test.each(texts)("%s does what it says", (file, text) => {
  const { problems } = checkEpisode(text, { file, systems: registry, views });
  expect(problems.map(formatProblem)).toEqual([]);
});

test.each(texts)("%s passes through the same frames forward and back", (file, text) => {
  const { episode } = checkEpisode(text, { file, systems: registry, views });
  for (const chapter of episode.chapters) {
    const track = new Track(chapter, registry);
    const forward = Array.from({ length: track.length }, (_, position) => track.at(position).frame);
    for (let position = track.length - 1; position >= 0; position--) {
      const { frame } = track.at(position);
      // The same object is equal; one that was made again must be compared.
      if (frame !== forward[position]) expect(frame).toEqual(forward[position]);
    }
  }
});

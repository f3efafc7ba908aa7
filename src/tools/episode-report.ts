import { Fingerprint, type System } from "../engine/index.ts";
import { type Chapter, chapterHash, Track } from "../scenario/index.ts";
import type { CheckedEpisode } from "../scenario/parse/index.ts";

/** One line on an episode: how much there is of it, and the fingerprint of all that happens; or how much is wrong. */
export function checkedLine(
  file: string,
  { episode, problems }: CheckedEpisode,
  systems: ReadonlyMap<string, System>,
): string {
  if (problems.length > 0) return `${file}: ${count(problems.length, "problem")}`;
  const made = episode.chapters.filter(({ beats }) => beats.length > 0);
  const fingerprint = new Fingerprint();
  for (const chapter of made) fingerprint.add(chapterHash(chapter, systems));
  const numbers = [
    `${made.length} of ${count(episode.chapters.length, "chapter")}`,
    count(
      sum(made, ({ beats }) => beats.length),
      "step",
    ),
    count(
      sum(made, ({ beats }) => beats.filter(({ ask }) => ask !== undefined).length),
      "question",
    ),
    count(
      sum(made, (chapter) => framesOf(chapter, systems)),
      "frame",
    ),
  ];
  return `${file}: ${numbers.join(", ")}, trace ${fingerprint}`;
}

function framesOf(chapter: Chapter, systems: ReadonlyMap<string, System>): number {
  const track = new Track(chapter, systems);
  return sum([...chapter.scenes.keys()], (scene) => track.recording(scene).length);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function count(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}

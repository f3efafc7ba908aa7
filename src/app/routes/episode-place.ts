import type { Episode } from "../../scenario/index.ts";
import type { Route } from "./route.ts";

/** Where in an episode to begin, and what to tell when that is not where the address leads. */
export interface EpisodePlace {
  /** Index of the chapter. */
  readonly chapter: number;
  /** Counted from 0. */
  readonly step: number;
  readonly notice?: string;
}

type Asked = Pick<Extract<Route, { page: "episode" }>, "chapter" | "step" | "badStep">;

/**
 * The place that an address names. What does not exist or is not made gives the nearest place that does, and a
 * sentence about it; undefined when the episode has nothing to show yet.
 */
export function placeIn(
  { chapters }: Episode,
  { chapter: id, step, badStep }: Asked,
): EpisodePlace | undefined {
  const first = chapters.findIndex(({ beats }) => beats.length > 0);
  if (first < 0) return undefined;
  const fallback = { chapter: first, step: 0 };
  const begins = `It begins with “${chapters[first]?.title}”.`;
  if (id === undefined) return fallback;
  const index = chapters.findIndex((chapter) => chapter.id === id);
  const found = chapters[index];
  if (found === undefined) return { ...fallback, notice: `This episode has no chapter “${id}”. ${begins}` };
  if (found.beats.length === 0) return { ...fallback, notice: `“${found.title}” is not made yet. ${begins}` };
  const place = { chapter: index, step: 0 };
  const steps = found.beats.length;
  if (badStep !== undefined || (step ?? 1) > steps) {
    const asked = badStep ?? String(step);
    return { ...place, notice: `“${found.title}” has no step “${asked}”: its steps are 1 to ${steps}.` };
  }
  return { ...place, step: (step ?? 1) - 1 };
}

import type { ChapterOverview, EpisodeOverview } from "../../scenario/index.ts";
import type { Route } from "./route.ts";

/** Where in an episode to begin, and what to tell when that is not where the address leads. */
export interface EpisodePlace {
  /** Index of the chapter, and its id. */
  readonly chapter: number;
  readonly id: string;
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
  { chapters }: Pick<EpisodeOverview, "chapters">,
  { chapter: id, step, badStep }: Asked,
): EpisodePlace | undefined {
  const first = chapters.find(({ steps }) => steps > 0);
  if (first === undefined) return undefined;
  const opening = (chapter: ChapterOverview) => ({
    chapter: chapters.indexOf(chapter),
    id: chapter.id,
    step: 0,
  });
  const begins = `It begins with “${first.title}”.`;
  if (id === undefined) return opening(first);
  const found = chapters.find((chapter) => chapter.id === id);
  if (found === undefined)
    return { ...opening(first), notice: `This episode has no chapter “${id}”. ${begins}` };
  if (found.steps === 0) return { ...opening(first), notice: `“${found.title}” is not made yet. ${begins}` };
  const { steps } = found;
  if (badStep !== undefined || (step ?? 1) > steps) {
    const asked = badStep ?? String(step);
    return {
      ...opening(found),
      notice: `“${found.title}” has no step “${asked}”: its steps are 1 to ${steps}.`,
    };
  }
  return { ...opening(found), step: (step ?? 1) - 1 };
}

/** What an episode is shown as: played, before an audience, as the notes of whoever presents it, or on paper. */
export type EpisodeMode = "episodes" | "present" | "notes" | "handout";

/** The address of an episode, or of a chapter and a step in it; the step is counted from 1. */
export function episodeHref(
  slug: string,
  chapter?: string,
  step?: number,
  mode: EpisodeMode = "episodes",
): string {
  const place = chapter === undefined ? "" : `/${encodeURIComponent(chapter)}`;
  return `#/${mode}/${encodeURIComponent(slug)}${place}${step === undefined ? "" : `?step=${step}`}`;
}

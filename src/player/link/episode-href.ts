/** The address of an episode, or of a chapter and a step in it; the step is counted from 1. */
export function episodeHref(slug: string, chapter?: string, step?: number): string {
  const place = chapter === undefined ? "" : `/${encodeURIComponent(chapter)}`;
  return `#/episodes/${encodeURIComponent(slug)}${place}${step === undefined ? "" : `?step=${step}`}`;
}

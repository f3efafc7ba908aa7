import { createHash } from "node:crypto";
import type { CourseDefinition, Format } from "../../course/definition.ts";
import type { CourseParts } from "./course-parts.ts";

/** Everything about a package but its files. */
export interface CourseSpec extends CourseDefinition {
  /** The package's file without its ending: `ring-buffers-overwrite-scorm12`. */
  readonly name: string;
  readonly summary: string;
  /** Whether it has questions to be judged by. */
  readonly judged: boolean;
}

interface Wishes {
  readonly format: Format;
  readonly mastery: number;
  readonly title?: string;
}

/** @param judged whether the chosen chapters have questions */
export function courseSpec({ episode, chapters }: CourseParts, judged: boolean, wishes: Wishes): CourseSpec {
  const { slug, number, title } = episode;
  const whole = chapters.length === episode.chapters.filter(({ steps }) => steps > 0).length;
  const part = whole ? [] : chapters.map(({ id }) => id);
  const id = [slug, ...part].join("-");
  const names =
    part.length === 0 ? title : `${title}: ${chapters.map((chapter) => chapter.title).join(", ")}`;
  return {
    id,
    name: wishes.format === "html" ? id : `${id}-${wishes.format}`,
    title: wishes.title ?? names,
    format: wishes.format,
    mastery: wishes.mastery,
    summary: episode.summary ?? `Episode ${number}: ${episode.problem}`,
    judged,
  };
}

/** A name that no other course in the world has, always the same for the same one: a UUID out of its id (RFC 9562, version 8). */
export function courseUuid(id: string): string {
  const hex = createHash("sha256").update(`the-invisible-linked-list/${id}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

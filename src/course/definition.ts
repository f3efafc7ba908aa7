/** What a package can be made as. */
export const FORMATS = ["scorm12", "scorm2004", "cmi5", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** What a course page is told by the package it comes in, as JSON in its `<meta name="course">`. */
export interface CourseDefinition {
  /** The same for all packages of the same chapters: progress that is kept in the browser is kept under it. */
  readonly id: string;
  readonly title: string;
  readonly format: Format;
  /** The share of the questions that must be answered rightly, from 0 to 1. */
  readonly mastery: number;
}

/**
 * Read a definition.
 *
 * @throws Error when it is none
 */
export function readDefinition(text: string): CourseDefinition {
  const value: unknown = JSON.parse(text);
  const given = new Map(Object.entries(typeof value === "object" && value !== null ? value : {}));
  const [id, title, mastery] = [given.get("id"), given.get("title"), given.get("mastery")];
  const format = FORMATS.find((known) => known === given.get("format"));
  if (
    typeof id !== "string" ||
    typeof title !== "string" ||
    typeof mastery !== "number" ||
    format === undefined
  ) {
    throw new Error("the page does not say which course it is: make the package anew");
  }
  return { id, title, format, mastery };
}

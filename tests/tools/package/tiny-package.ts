import type { Format } from "../../../src/course/definition.ts";
import type { CourseFiles } from "../../../src/tools/package/build-course.ts";
import type { CourseSpec } from "../../../src/tools/package/course-spec.ts";

/** A course with a title that must be escaped everywhere. */
export const specOf = (format: Format): CourseSpec => ({
  id: "ring-buffers-overwrite",
  name: `ring-buffers-overwrite-${format}`,
  title: 'Old data & "new" <data>',
  format,
  mastery: 0.8,
  summary: "Ring buffers, logs & real-time systems.",
  judged: true,
});

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a build makes, in small. */
export const FILES: CourseFiles = new Map([
  ["course.js", bytes('document.title = "</script><script>"; // <!-- \n')],
  ["course.css", bytes('@font-face{src:url("./fonts/inter.woff2")}@font-face{src:url(./fonts/mono.woff2)}')],
  ["icon.svg", bytes("<svg/>")],
  ["fonts/inter.woff2", new Uint8Array([1, 2, 3])],
  ["fonts/mono.woff2", new Uint8Array([4, 5, 6])],
]);

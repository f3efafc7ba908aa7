import { zipSync } from "fflate";
import type { CourseFiles } from "./build-course.ts";
import { coursePage, singlePage } from "./course-page.ts";
import type { CourseSpec } from "./course-spec.ts";
import { cmi5Manifest } from "./manifest-cmi5.ts";
import { scorm12Manifest } from "./manifest-scorm12.ts";
import { scorm2004Manifest } from "./manifest-scorm2004.ts";
import { schemaFiles } from "./schema-files.ts";

/** A package as it is written: its file's name and its bytes. */
export interface Package {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const PAGE = "index.html";
/** All files of all packages are from then: the earliest time that a zip can tell. */
const DATE = new Date(1980, 0, 1);

/** The same bytes for the same course, always. */
export function packCourse(spec: CourseSpec, files: CourseFiles): Package {
  if (spec.format === "html") return { file: `${spec.name}.html`, bytes: bytes(singlePage(spec, files)) };
  const all = packedFiles(spec, files);
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return { file: `${spec.name}.zip`, bytes: zipSync(Object.fromEntries(sorted), { level: 9, mtime: DATE }) };
}

function packedFiles(spec: CourseSpec, files: CourseFiles): Map<string, Uint8Array> {
  const names = [PAGE, ...[...files.keys()].sort()];
  const all = new Map(files).set(PAGE, bytes(coursePage(spec)));
  switch (spec.format) {
    case "scorm12":
      return new Map([
        ...all,
        // So that its manifest can be checked anywhere.
        ...schemaFiles("scorm12"),
        ["imsmanifest.xml", bytes(scorm12Manifest(spec, names))],
      ]);
    case "scorm2004":
      return new Map([
        ...all,
        ...schemaFiles("scorm2004"),
        ["imsmanifest.xml", bytes(scorm2004Manifest(spec, names))],
      ]);
    default:
      return all.set("cmi5.xml", bytes(cmi5Manifest(spec, PAGE)));
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

import type { Shelf } from "../../app/storage/kept.ts";
import type { CourseDefinition } from "../definition.ts";
import { Alone } from "./alone.ts";
import { Cmi5Lms } from "./cmi5/cmi5-lms.ts";
import type { Lms } from "./lms.ts";
import { ScormLms } from "./scorm/scorm-lms.ts";
import { scorm12 } from "./scorm/scorm12.ts";
import { scorm2004 } from "./scorm/scorm2004.ts";

interface Shelves {
  readonly browser: Shelf | undefined;
  readonly tab: Shelf | undefined;
}

/** The system that a package of a format is made for. */
export function lmsFor({ id, format }: CourseDefinition, window: Window, { browser, tab }: Shelves): Lms {
  switch (format) {
    case "scorm12":
      return new ScormLms(scorm12, window);
    case "scorm2004":
      return new ScormLms(scorm2004, window);
    case "cmi5":
      return new Cmi5Lms(window.location.search, tab);
    case "html":
      return new Alone(id, browser);
  }
}

import type { Answered } from "../lms.ts";

/** A question's name as both standards allow it: letters, digits and hyphens. */
export function identifier({ key }: Answered): string {
  return key.replace(/[^\w-]/g, "-");
}

/** The option that was chosen, as `a`, `b` and so on. */
export function optionLetter({ options, given }: Answered): string {
  return String.fromCharCode(97 + Math.max(0, options.indexOf(given)));
}

/** The number in an answer such as “slot 3”. */
export function givenNumber({ given }: Answered): string {
  return /-?\d+(?:\.\d+)?/.exec(given)?.[0] ?? "0";
}

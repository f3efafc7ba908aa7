import type { Mark } from "../../stage/mark.ts";
import { typeOf } from "../../stage/text-box.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";

/** The first of several wordings, longest first, that has room; the last one shortened when none has. */
export function wording(
  spec: Omit<Parameters<typeof line>[0], "text"> & { readonly texts: readonly string[] },
): Mark[] {
  const { texts, ...rest } = spec;
  const type = typeOf(spec.style ?? "", Math.max(LEAST_TEXT, spec.size));
  const text = texts.find((candidate) => textWidth(candidate, type) <= spec.room) ?? texts.at(-1) ?? "";
  return text === "" ? [] : line({ ...rest, text });
}

import type { Parsed } from "../../../engine/index.ts";
import { MOST_CHARACTERS } from "../../../player/draft/check/check-text.ts";

/** The text of a file that an author has chosen, with plain ends of lines. */
export async function readFile(file: File): Promise<Parsed<string>> {
  // A character has four bytes at most.
  if (file.size > MOST_CHARACTERS * 4) return refuse(file, "it is far too long for an episode");
  const bytes = await file.arrayBuffer();
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) return refuse(file, "it is not a text");
    return { ok: true, value: plain(text) };
  } catch {
    return refuse(file, "it is not a text in UTF-8");
  }
}

/** A text as the editor has it: one kind of line end, and no invisible mark at its beginning. */
export function plain(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

function refuse({ name }: File, why: string): Parsed<string> {
  return {
    ok: false,
    message: `“${name.slice(0, 60)}” could not be opened: ${why}. An episode is a Markdown file.`,
  };
}

import type { Block } from "../../scenario/index.ts";

/** Narration as one plain text, without emphasis; paragraphs and items follow each other. */
export function plainWords(text: readonly Block[]): string {
  return text
    .flatMap((block) => (block.kind === "paragraph" ? [block.text] : block.items))
    .map((inlines) => inlines.map((inline) => inline.text).join(""))
    .join(" ");
}

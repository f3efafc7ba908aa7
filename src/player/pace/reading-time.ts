import type { Block, Inline } from "../../scenario/index.ts";

/** Words a second that a calm reader takes in while watching a picture too. */
const WORDS_A_SECOND = 3.2;
const LEAST = 1_200;

/** How long it takes to read a step's words, in ms. */
export function readingTime(text: readonly Block[]): number {
  const words = text.flatMap(inlines).reduce((sum, { text }) => sum + countWords(text), 0);
  return Math.max(LEAST, (words / WORDS_A_SECOND) * 1000);
}

function inlines(block: Block): readonly Inline[] {
  return block.kind === "paragraph" ? block.text : block.items.flat();
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Every program takes a link so long. */
const SAFE = 2_000;
/** Browsers take more, but no chat or course page does. */
const MOST = 30_000;

/** Whether a link of some length can travel, and what to say of it. */
export function linkLength(length: number): { readonly fits: boolean; readonly words: string } {
  const count = `${length.toLocaleString("en")} characters`;
  if (length <= SAFE) return { fits: true, words: `The link has ${count}. Every program takes it.` };
  if (length <= MOST) {
    return {
      fits: true,
      words: `The link has ${count}. Browsers and course pages take it; some mail and chat programs cut links after 2,000.`,
    };
  }
  return {
    fits: false,
    words: `The link would have ${count}, and links that long get lost on their way. Send the file instead: whoever gets it can open it here.`,
  };
}

/** What became of a question: answered, rightly or not, or passed over. */
export type Reply =
  | { readonly kind: "answered"; readonly right: boolean; readonly given: string; readonly words: string }
  | { readonly kind: "skipped" };

/** The replies to an episode's questions, by chapter and step. */
export type AnswerBook = ReadonlyMap<string, Reply>;

/** Where a question's reply is kept. Steps are counted from 0. */
export function questionKey(chapter: string, step: number): string {
  return `${chapter}/${step + 1}`;
}

/** What became of a question: answered, rightly or not, or passed over. */
export type Reply =
  | { readonly kind: "answered"; readonly right: boolean; readonly given: string; readonly words: string }
  | { readonly kind: "skipped" }
  | Practised;

/** What became of an exercise: how many of its rounds were done, and how many of these without a mistake. */
export interface Practised {
  readonly kind: "practised";
  readonly right: number;
  readonly done: number;
  /** How many count. */
  readonly rounds: number;
  /** The number of the next state: none comes twice. */
  readonly next: number;
}

/** The replies to an episode's questions and the scores of its exercises, by chapter and step. */
export type AnswerBook = ReadonlyMap<string, Reply>;

/** Where a question's reply is kept. Steps are counted from 0. */
export function questionKey(chapter: string, step: number): string {
  return `${chapter}/${step + 1}`;
}

/** Where the score of a step's exercise is kept. */
export function practiceKey(chapter: string, step: number): string {
  return `${questionKey(chapter, step)}/practice`;
}

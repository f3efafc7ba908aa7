/** Without C, P and X, which are the names of threads. */
const LETTERS = "ABDEFGHIJKLMNOQRSTUVWYZ";

/** The letters of a producer's items, the producer counted from 0: A, B, D … Z, then AA, AB … */
export function lettersOf(index: number): string {
  const letter = LETTERS.charAt(index % LETTERS.length);
  return index < LETTERS.length ? letter : lettersOf(Math.floor(index / LETTERS.length) - 1) + letter;
}

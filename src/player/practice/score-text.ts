import type { Practised } from "../store/answer-book.ts";

/** “2 of 3 right”, and how many rounds are still to come. */
export function scoreText({ right, done, rounds }: Practised): string {
  const left = rounds - done;
  return `${right} of ${done} right${left > 0 ? `, ${left} to go` : ""}`;
}

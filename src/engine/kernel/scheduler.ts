import type { Random } from "./random.ts";

/**
 * Which of the processes that could move moves next. It is given them, longest ready first,
 * and answers with an index into that list. It is asked before every move, also when there is no choice.
 */
export type Scheduler = (ready: readonly { readonly name: string }[]) => number;

/** Whoever has been ready longest. */
export const firstCome: Scheduler = () => 0;

/** Any of them, drawn from a seeded generator. */
export function seeded(random: Random): Scheduler {
  return (ready) => random.whole(0, ready.length - 1);
}

/** The processes in the order of the given names; when the order is used up or its next name is not ready, first come. */
export function inOrder(names: readonly string[]): Scheduler {
  let next = 0;
  return (ready) => {
    const place = ready.findIndex(({ name }) => name === names[next]);
    if (place < 0) return 0;
    next += 1;
    return place;
  };
}

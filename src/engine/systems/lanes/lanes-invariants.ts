import type { Invariant } from "../define-system.ts";
import type { LanesState } from "./lanes-state.ts";

/** The sentences that are true of producers, a queue and consumers after every step, if the code is right. */
export const lanesInvariants: readonly Invariant<LanesState>[] = [
  {
    id: "account-adds-up",
    words: "every item made is somewhere: offered, queued, in process, consumed, dropped or lost",
    holds: ({ account, queue }) => {
      const { produced, offered, queued, inProcess, consumed, dropped, lost } = account;
      return produced === offered + queued + inProcess + consumed + dropped + lost && queued === queue.size;
    },
  },
  {
    id: "size-in-range",
    words: "0 ≤ size ≤ capacity; only a queue that was made smaller may still hold more",
    holds: ({ queue: { size, capacity, slots } }) =>
      size >= 0 && size <= slots.length && (size <= capacity || slots.length > capacity),
  },
  {
    id: "taken-once",
    words: "no item is taken twice",
    holds: ({ account }) => account.twice === 0,
  },
  {
    id: "nothing-vanishes",
    words: "no item vanishes, but with a thread that was killed",
    holds: ({ faults }) => faults.vanished === 0,
  },
  {
    id: "nobody-fails",
    words: "nobody takes from an empty queue or puts into a full one",
    holds: ({ faults }) => faults.failed === 0,
  },
  {
    id: "in-order",
    words: "each producer's items leave the queue in the order in which they were made",
    holds: ({ faults }) => faults.outOfOrder === 0,
  },
  {
    id: "somebody-awake",
    words: "not everybody sleeps while there is something to do",
    holds: ({ asleep, queue, crowd }) =>
      asleep === null ||
      !(
        crowd.lock > 0 ||
        (crowd.notEmpty > 0 && (queue.size > 0 || queue.closed)) ||
        (crowd.notFull > 0 && (queue.size < queue.capacity || queue.closed))
      ),
  },
];

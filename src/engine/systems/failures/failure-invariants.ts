import type { Invariant } from "../define-system.ts";
import type { FailureState, FlowAccount } from "./failure-state.ts";

const PLACES: readonly (keyof FlowAccount)[] = [
  "onTheWay",
  "queued",
  "inWork",
  "done",
  "late",
  "fallback",
  "dropped",
  "refused",
  "lost",
];

/** What is true of every failure mode, however badly it fails. */
export const failureInvariants: readonly Invariant<FailureState>[] = [
  {
    id: "accounted-for",
    words: "everything that came in is somewhere, and counted once",
    holds: ({ account }) =>
      account.arrived === PLACES.reduce((sum, place) => sum + account[place], 0) &&
      PLACES.every((place) => account[place] >= 0),
  },
  {
    id: "depth-in-range",
    words: "0 ≤ depth ≤ capacity of every stage",
    holds: ({ stages }) => stages.every(({ depth, capacity }) => depth >= 0 && depth <= capacity),
  },
  {
    id: "queued-is-counted",
    words: "what the account calls queued is what the queues hold",
    holds: ({ stages, account }) => stages.reduce((sum, { depth }) => sum + depth, 0) === account.queued,
  },
  {
    id: "in-order",
    words: "who joined a queue first stands first in it",
    holds: ({ stages }) =>
      stages.every(({ waiting }) =>
        waiting.every(({ place, joined }, i) => {
          const before = waiting[i - 1];
          return before === undefined || (place === before.place + 1 && joined >= before.joined);
        }),
      ),
  },
];

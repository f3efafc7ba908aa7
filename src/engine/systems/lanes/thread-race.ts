import { pause } from "../../kernel/wait.ts";
import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { lettersOf } from "./item-names.ts";
import { Lanes } from "./lanes.ts";
import { lanesInvariants } from "./lanes-invariants.ts";
import type { LanesState } from "./lanes-state.ts";
import { type QueueCode, queueStructure, timelessQueueCode } from "./queue-codes.ts";
import { runningThreads } from "./running.ts";

/**
 * A few threads round one queue, in which no time passes: everybody who is not waiting can move, so every interleaving
 * can be chosen. Producers make their items and end; consumers take for ever. It is over when the consumers wait and the queue is empty.
 */
export const threadRace = defineSystem({
  id: "thread-race",
  title: "Choose the interleaving",
  summary: "A few threads round one queue. You choose who moves next.",
  views: ["lanes"],
  parameters: {
    producers: whole({ min: 1, max: 4, default: 1, help: "How many threads put items." }),
    consumers: whole({ min: 1, max: 4, default: 2, help: "How many threads get items." }),
    items: whole({ min: 1, max: 4, default: 1, unit: "items", help: "How many items each producer makes." }),
    capacity: whole({ min: 1, max: 8, default: 1, unit: "slots", help: "How many items the queue holds." }),
    code: timelessQueueCode,
  },
  operations: {},
  invariants: lanesInvariants,
  structures: Object.values(queueStructure),
  structuresFor: ({ code }) => [queueStructure[code as QueueCode]],
  create: ({ producers, consumers, items, capacity, code }, context) => {
    const lanes = new Lanes(code, capacity, context, false);
    for (let i = 0; i < producers; i++) {
      const thread = lanes.start(`P${i}`, "producer", function* (thread) {
        for (let made = 1; made <= items; made++) {
          yield* lanes.put(thread, {});
          if (made === items) return;
          lanes.make(thread, `${lettersOf(i)}${made + 1}`);
          yield pause();
        }
      });
      lanes.make(thread, `${lettersOf(i)}1`);
    }
    for (let i = 0; i < consumers; i++) {
      lanes.start(`C${i}`, "consumer", function* (thread) {
        for (;;) {
          yield* lanes.get(thread, {});
          lanes.end(thread, "consumed");
          yield pause();
        }
      });
    }
    return lanes;
  },
  begin: (lanes) => lanes.begin(),
  snapshot: (lanes) => lanes.snapshot(),
  kernel: ({ kernel }) => kernel,
  running: (state: LanesState) => runningThreads(state),
});

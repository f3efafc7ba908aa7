import type { Context } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { failureInvariants } from "./failure-invariants.ts";
import { HeadOfLineRun } from "./head-of-line-run.ts";
import { switches } from "./switches.ts";

/** One slow item at the head of a queue holds up all the quick ones behind it. */
export const headOfLine = defineSystem({
  id: "head-of-line",
  title: "Head-of-line blocking",
  summary: "One slow item at the head of a queue holds up all the quick ones behind it.",
  views: ["pipeline"],
  parameters: {
    capacity: whole({ min: 1, max: 2_000, default: 400, unit: "items", help: "Room in each lane." }),
    every: whole({ min: 5, max: 1_000, default: 12, unit: "ms", help: "A quick item comes in so often." }),
    quick: whole({ min: 1, max: 100, default: 4, unit: "ms", help: "How long a quick item takes." }),
    slow: whole({ min: 1, max: 20_000, default: 2_000, unit: "ms", help: "How long a slow item takes." }),
    between: whole({
      min: 100,
      max: 60_000,
      default: 4_000,
      unit: "ms",
      help: "While there are slow items, one comes in so often.",
    }),
    limit: whole({
      min: 1,
      max: 10_000,
      default: 200,
      unit: "ms",
      help: "A quick item should not take longer from coming in to being done.",
    }),
    ...switches({
      fault: "Whether slow items come in among the quick ones.",
      remedy: "Whether slow items go to a lane and a worker of their own.",
    }),
  },
  live: ["every", "quick", "slow", "between", "limit", "fault", "remedy"],
  operations: {
    slow: {
      help: "One slow item comes in now.",
      arguments: {},
      shortcut: "s",
      run: (run: HeadOfLineRun) => run.comeIn("slow"),
    },
    burst: {
      help: "So many quick items come in at once.",
      arguments: { items: whole({ min: 1, max: 500, default: 20, unit: "items", help: "How many items." }) },
      shortcut: "b",
      run: (run: HeadOfLineRun, { items }: { readonly items: number }) => run.burst(items),
    },
  },
  invariants: failureInvariants,
  create: (settings, context: Context) => new HeadOfLineRun(settings, context),
  begin: (run) => run.begin(),
  kernel: (run: HeadOfLineRun) => run.kernel,
  adjust: (run, parameter, value) => run.adjust(parameter, value),
  snapshot: (run) => run.snapshot(),
  structures: ["LaneChoice", "RingBuffer"],
  running: ({ code }) => (code === null ? [] : [code]),
});

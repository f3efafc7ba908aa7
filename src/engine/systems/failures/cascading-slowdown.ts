import type { Context } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { CascadingSlowdownRun } from "./cascading-slowdown-run.ts";
import { failureInvariants } from "./failure-invariants.ts";
import { switches } from "./switches.ts";

/** Three stages that wait for each other: the last one slows down, and the first one stops. */
export const cascadingSlowdown = defineSystem({
  id: "cascading-slowdown",
  title: "Cascading slow-down",
  summary: "Three stages with bounded queues: the last one slows down, and the first one stops.",
  views: ["pipeline"],
  parameters: {
    capacity: whole({ min: 1, max: 64, default: 8, unit: "requests", help: "Room in each stage’s queue." }),
    workers: whole({ min: 1, max: 6, default: 2, help: "How many workers each stage has." }),
    every: whole({ min: 10, max: 1_000, default: 40, unit: "ms", help: "A request comes in so often." }),
    slow: whole({
      min: 40,
      max: 5_000,
      default: 400,
      unit: "ms",
      help: "How long the database takes for a request while it is slow. Usually it takes 40 ms.",
    }),
    timeout: whole({
      min: 200,
      max: 20_000,
      default: 1_000,
      unit: "ms",
      help: "After so long a client gives up.",
    }),
    threshold: whole({
      min: 1,
      max: 50,
      default: 5,
      unit: "failures",
      help: "Breaker: so many failures in a row open it.",
    }),
    patience: whole({
      min: 60,
      max: 2_000,
      default: 150,
      unit: "ms",
      help: "Breaker: a call to the database that takes longer is a failure.",
    }),
    coolDown: whole({
      min: 100,
      max: 20_000,
      default: 1_000,
      unit: "ms",
      help: "Breaker: how long it stays open before one request may try.",
    }),
    ...switches({
      fault: "Whether the database is slow.",
      remedy: "Whether a circuit breaker stands in front of the database.",
    }),
  },
  live: ["every", "slow", "timeout", "patience", "fault", "remedy"],
  operations: {
    burst: {
      help: "So many requests come in at once.",
      arguments: {
        requests: whole({ min: 1, max: 100, default: 10, unit: "requests", help: "How many requests." }),
      },
      shortcut: "b",
      run: (run: CascadingSlowdownRun, { requests }: { readonly requests: number }) => run.burst(requests),
    },
  },
  invariants: failureInvariants,
  create: (settings, context: Context) => new CascadingSlowdownRun(settings, context),
  begin: (run) => run.begin(),
  kernel: (run: CascadingSlowdownRun) => run.kernel,
  adjust: (run, parameter, value) => run.adjust(parameter, value),
  snapshot: (run) => run.snapshot(),
  structures: ["HandOver", "CircuitBreaker", "RingBuffer"],
  running: ({ code }) => (code === null ? [] : [code]),
});

import type { Context } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { ClockDriftRun } from "./clock-drift-run.ts";
import { failureInvariants } from "./failure-invariants.ts";
import { switches } from "./switches.ts";

/** Two clocks that do not run alike: the buffer between them fills or drains, slowly and for ever. */
export const clockDrift = defineSystem({
  id: "clock-drift",
  title: "Clock drift",
  summary: "Two clocks that do not run alike: the buffer between them fills or drains, slowly and for ever.",
  views: ["pipeline"],
  parameters: {
    capacity: whole({
      min: 2,
      max: 200,
      default: 12,
      unit: "frames",
      help: "Room in the receiver’s buffer.",
    }),
    drift: whole({
      min: -50_000,
      max: 50_000,
      default: 30_000,
      unit: "ppm",
      help: "How much faster the sender’s clock runs, while the clocks differ; below 0 slower. Real clocks differ by 10 to 100 ppm: the same, 300 times more slowly.",
    }),
    jitter: whole({
      min: 0,
      max: 60,
      default: 10,
      unit: "ms",
      help: "The network delays each frame by up to so much more.",
    }),
    ...switches({
      fault: "Whether the two clocks differ.",
      remedy: "Whether the receiver estimates the drift and adjusts its speed.",
    }),
  },
  live: ["drift", "jitter", "fault", "remedy"],
  operations: {
    hold: {
      help: "The network delivers nothing for a while, and then everything at once.",
      arguments: { time: whole({ min: 10, max: 2_000, default: 150, unit: "ms", help: "How long." }) },
      shortcut: "h",
      run: (run: ClockDriftRun, { time }: { readonly time: number }) => run.hold(time),
    },
  },
  invariants: failureInvariants,
  create: (settings, context: Context) => new ClockDriftRun(settings, context),
  begin: (run) => run.begin(),
  kernel: (run: ClockDriftRun) => run.kernel,
  adjust: (run, parameter, value) => run.adjust(parameter, value),
  snapshot: (run) => run.snapshot(),
  structures: ["OverwritingRingBuffer", "DriftEstimate"],
  running: ({ code }) => (code === null ? [] : [code]),
});

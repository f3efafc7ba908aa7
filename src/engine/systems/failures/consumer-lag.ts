import type { Context } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { ConsumerLagRun } from "./consumer-lag-run.ts";
import { failureInvariants } from "./failure-invariants.ts";
import { switches } from "./switches.ts";

/** A reader that is slower than the writer falls behind until retention removes what it has not read. */
export const consumerLag = defineSystem({
  id: "consumer-lag",
  title: "Consumer lag",
  summary:
    "A reader that is slower than the writer falls behind, until retention removes what it has not read.",
  views: ["pipeline"],
  parameters: {
    retention: whole({
      min: 1,
      max: 2_000,
      default: 60,
      unit: "records",
      help: "How many records each of the three partitions keeps.",
    }),
    every: whole({ min: 4, max: 1_000, default: 16, unit: "ms", help: "A record is written so often." }),
    work: whole({
      min: 1,
      max: 1_000,
      default: 12,
      unit: "ms",
      help: "How long a consumer usually takes for a record.",
    }),
    slow: whole({
      min: 1,
      max: 1_000,
      default: 30,
      unit: "ms",
      help: "How long it takes while each record needs more work.",
    }),
    limit: whole({ min: 1, max: 5_000, default: 60, unit: "records", help: "More lag than this is bad." }),
    ...switches({
      fault: "Whether each record needs more work.",
      remedy: "Whether two more consumers join the group: one for each partition.",
    }),
  },
  live: ["every", "work", "slow", "limit", "fault", "remedy"],
  operations: {
    burst: {
      help: "So many records are written at once.",
      arguments: {
        records: whole({ min: 1, max: 500, default: 30, unit: "records", help: "How many records." }),
      },
      shortcut: "b",
      run: (run: ConsumerLagRun, { records }: { readonly records: number }) => run.burst(records),
    },
  },
  invariants: failureInvariants,
  create: (settings, context: Context) => new ConsumerLagRun(settings, context),
  begin: (run) => run.begin(),
  kernel: (run: ConsumerLagRun) => run.kernel,
  adjust: (run, parameter, value) => run.adjust(parameter, value),
  snapshot: (run) => run.snapshot(),
  structures: ["PartitionReader"],
  running: ({ code }) => (code === null ? [] : [code]),
});

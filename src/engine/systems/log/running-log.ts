import type { DistributedLogPartition } from "../../structures/log/distributed-log-partition.ts";
import { RunningCode } from "../running-code.ts";

/** The methods of a log that are worth seeing run. */
export type LogMethod =
  | "appendBatch"
  | "replicate"
  | "advanceHighWatermark"
  | "setHighWatermark"
  | "read"
  | "truncateTo"
  | "applyRetention";

/** Which method of a log ran last, and what it did. */
export class RunningLog extends RunningCode {
  /** Have a log do something, and remember how it went. */
  runLog<T>(log: DistributedLogPartition, method: LogMethod, call: () => T): T {
    return this.run({ structure: "DistributedLogPartition", method }, log, call);
  }
}

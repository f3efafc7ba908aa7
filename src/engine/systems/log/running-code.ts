import type { DistributedLogPartition } from "../../structures/log/distributed-log-partition.ts";
import type { LogState } from "./log-state.ts";

/** Of more marks than this the first ones are enough to find the line by. */
const MOST_MARKS = 200;

/** The methods of a log that are worth seeing run. */
export type LogMethod =
  | "appendBatch"
  | "replicate"
  | "advanceHighWatermark"
  | "setHighWatermark"
  | "read"
  | "truncateTo"
  | "applyRetention";

/** Which method of a log ran last, and what it did: for whoever reads the code along with it. */
export class RunningCode {
  shown: LogState["code"] = null;

  /** Have a log do something, and remember how it went. */
  run<T>(log: DistributedLogPartition, method: LogMethod, call: () => T): T {
    const marks: string[] = [];
    log.trace = (mark) => {
      if (marks.length < MOST_MARKS) marks.push(mark);
    };
    try {
      return call();
    } finally {
      log.trace = undefined;
      this.shown = Object.freeze({
        structure: "DistributedLogPartition",
        method,
        marks: Object.freeze(marks),
      });
    }
  }
}

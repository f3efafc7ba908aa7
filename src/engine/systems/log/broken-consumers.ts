import type { ConsumerFault } from "./cluster-context.ts";
import { defineDistributedLog } from "./distributed-log.ts";

function broken(fault: ConsumerFault, id: string, title: string, summary: string, breaks: readonly string[]) {
  return defineDistributedLog({ id, title, summary, breaks }, fault);
}

/** Broken: one poll advances every partition, and returns a part of what it has passed. */
export const distributedLogAdvancingAll = broken(
  "advances-all",
  "distributed-log-advancing-all",
  "Distributed log whose consumers advance too far",
  "Broken: a poll advances over all that was fetched, and returns no more than it may.",
  ["nothing-skipped"],
);

/** Broken: a group whose offset is gone asks for it for ever. */
export const distributedLogWithoutReset = broken(
  "never-resets",
  "distributed-log-without-reset",
  "Distributed log whose consumers never reset",
  "Broken: a consumer whose offset is gone takes the refusal for “nothing new”, and asks for the same offset again.",
  [],
);

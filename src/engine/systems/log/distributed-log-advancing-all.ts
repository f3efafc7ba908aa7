import { defineDistributedLog } from "./define-distributed-log.ts";

/** Broken: one poll advances every partition, and returns a part of what it has passed. */
export const distributedLogAdvancingAll = defineDistributedLog(
  {
    id: "distributed-log-advancing-all",
    title: "Distributed log whose consumers advance too far",
    summary: "Broken: a poll advances over all that was fetched, and returns no more than it may.",
    breaks: ["nothing-skipped"],
  },
  "advances-all",
);

import { defineDistributedLog } from "./define-distributed-log.ts";

/** Broken: a group whose offset is gone asks for it for ever. */
export const distributedLogWithoutReset = defineDistributedLog(
  {
    id: "distributed-log-without-reset",
    title: "Distributed log whose consumers never reset",
    summary:
      "Broken: a consumer whose offset is gone takes the refusal for “nothing new”, and asks for it again.",
  },
  "never-resets",
);

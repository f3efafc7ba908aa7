import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import { defineSystem } from "../define-system.ts";
import { RingInstance } from "./ring-instance.ts";
import { ringInvariants, windowFinds } from "./ring-invariants.ts";
import { ringParameters } from "./ring-operations.ts";
import { windowOperations } from "./window-operations.ts";

/** A ring that writes over its oldest item when it is full. */
export const overwritingRingBuffer = defineSystem({
  id: "overwriting-ring-buffer",
  title: "Overwriting ring buffer",
  summary: "A ring that never refuses: when it is full, the newest item takes the slot of the oldest.",
  views: ["ring", "tape"],
  parameters: ringParameters,
  operations: windowOperations,
  invariants: [...ringInvariants, windowFinds],
  create: ({ capacity }, context) =>
    new RingInstance(new OverwritingRingBuffer<string | undefined>(capacity), context),
  begin: (instance, operation, values) => instance.begin(operation, values.item as string | undefined),
  snapshot: (instance) => instance.snapshot(),
});

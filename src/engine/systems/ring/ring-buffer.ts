import { RingBuffer } from "../../structures/ring-buffer.ts";
import { defineSystem } from "../define-system.ts";
import { RingInstance } from "./ring-instance.ts";
import { ringInvariants } from "./ring-invariants.ts";
import { ringOperations, ringParameters } from "./ring-operations.ts";

/** A ring that refuses when it is full. */
export const ringBuffer = defineSystem({
  id: "ring-buffer",
  title: "Ring buffer",
  summary: "A fixed number of slots used round and round. When it is full, it refuses.",
  views: ["ring", "tape"],
  parameters: ringParameters,
  operations: ringOperations<RingBuffer<string | undefined>>("RingBuffer"),
  invariants: ringInvariants,
  create: ({ capacity }, context) => new RingInstance(new RingBuffer<string | undefined>(capacity), context),
  begin: (instance, operation, values) => instance.begin(operation, values.item as string | undefined),
  snapshot: (instance) => instance.snapshot(),
});

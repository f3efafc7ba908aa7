import { RingWithoutSize } from "../../structures/broken/ring-without-size.ts";
import { defineSystem } from "../define-system.ts";
import { RingInstance } from "./ring-instance.ts";
import { ringInvariants } from "./ring-invariants.ts";
import { ringOperations, ringParameters } from "./ring-operations.ts";

/** Broken: full and empty look the same to it. */
export const ringWithoutSize = defineSystem({
  id: "ring-without-size",
  title: "Ring without size",
  summary: "Broken: it reads head = tail as empty, so when it is full it takes itself for empty.",
  views: ["ring", "tape"],
  parameters: ringParameters,
  operations: ringOperations<RingWithoutSize<string | undefined>>("RingWithoutSize"),
  invariants: ringInvariants,
  breaks: ["tail-is-next-read", "empty-or-full"],
  create: ({ capacity }, context) =>
    new RingInstance(new RingWithoutSize<string | undefined>(capacity), context),
  begin: (instance, operation, values) => instance.begin(operation, values.item as string | undefined),
  snapshot: (instance) => instance.snapshot(),
});

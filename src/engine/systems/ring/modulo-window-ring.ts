import { ModuloWindowRing } from "../../structures/broken/modulo-window-ring.ts";
import { defineSystem } from "../define-system.ts";
import { RingInstance } from "./ring-instance.ts";
import { ringInvariants, windowFinds } from "./ring-invariants.ts";
import { ringParameters } from "./ring-operations.ts";
import { windowOperations } from "./window-operations.ts";

/** Broken: after `clear` it looks for items in the wrong slots. */
export const moduloWindowRing = defineSystem({
  id: "modulo-window-ring",
  title: "Ring that takes index mod capacity for the slot",
  summary: "Broken: right until the first clear, then a window reads the wrong slots.",
  views: ["ring", "tape"],
  parameters: ringParameters,
  operations: {
    ...windowOperations,
    window: { ...windowOperations.window, source: { structure: "ModuloWindowRing", method: "getWindow" } },
  },
  invariants: [...ringInvariants, windowFinds],
  breaks: ["window-finds"],
  create: ({ capacity }, context) =>
    new RingInstance(new ModuloWindowRing<string | undefined>(capacity), context),
  begin: (instance, operation, values) => instance.begin(operation, values.item as string | undefined),
  snapshot: (instance) => instance.snapshot(),
});

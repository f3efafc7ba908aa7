import * as z from "zod/mini";
import {
  OverwritingRingBuffer,
  RingBuffer as Rejecting,
  type RingBuffer,
} from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

type Json = string | number | boolean | null;

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const whole = z.number().check(z.int());

const operation = z.union([
  z.tuple([z.literal("push"), value]),
  z.tuple([z.literal(["pop", "peek", "items", "full", "empty", "clear"])]),
  z.tuple([z.literal("recent"), whole]),
  z.tuple([z.literal("window"), whole, whole]),
]);
type Operation = z.infer<typeof operation>;

const shape = z.object({
  id: z.union([z.number(), z.string()]),
  kind: z.literal(["reject", "overwrite"]),
  capacity: whole.check(z.positive()),
  ops: z.array(operation),
  expect: z.array(z.unknown()),
  state: z.array(z.array(z.unknown())),
  slots_end: z.array(z.unknown()),
});

/** The ring buffer that refuses and the one that overwrites: every result, the state after each operation, the slots at the end. */
export const ringBuffer: Model<z.infer<typeof shape>> = {
  name: "ring-buffer",
  shape,
  firstDifference({ kind, capacity, ops, expect, state, slots_end }) {
    if (expect.length !== ops.length) return `malformed: ${ops.length} ops but ${expect.length} in expect`;
    if (state.length !== ops.length) return `malformed: ${ops.length} ops but ${state.length} in state`;
    const ring =
      kind === "reject" ? new Rejecting<Json>(capacity) : new OverwritingRingBuffer<Json>(capacity);
    for (const [i, op] of ops.entries()) {
      const result = apply(ring, op);
      const after = [ring.size, ring.head, ring.tail, ring.totalWritten];
      const where = `operation ${i}, ${op.join(" ")}`;
      if (text(result) !== text(expect[i])) {
        return `${where}: expected ${text(expect[i])}, got ${text(result)}; state [size, head, tail, totalWritten] expected ${text(state[i])}, got ${text(after)}`;
      }
      if (text(after) !== text(state[i])) {
        return `${where}: result ${text(result)} as expected, but state [size, head, tail, totalWritten] expected ${text(state[i])}, got ${text(after)}`;
      }
    }
    if (text(ring.slots) !== text(slots_end)) {
      return `slots at the end: expected ${text(slots_end)}, got ${text(ring.slots)}`;
    }
    return undefined;
  },
};

function apply(ring: RingBuffer<Json>, op: Operation): unknown {
  switch (op[0]) {
    case "push":
      return ring.push(op[1]);
    case "pop":
      return ring.pop();
    case "peek":
      return ring.peek();
    case "items":
      return [...ring];
    case "full":
      return ring.isFull();
    case "empty":
      return ring.isEmpty();
    case "clear":
      return ring.clear();
    case "recent":
      return overwriting(ring).getRecent(op[1]);
    case "window":
      return overwriting(ring).getWindow(op[1], op[2]);
  }
}

function overwriting(ring: RingBuffer<Json>): OverwritingRingBuffer<Json> {
  if (ring instanceof OverwritingRingBuffer) return ring;
  throw new Error("malformed: recent and window are operations of the overwriting ring only");
}

/** As JSON, where nothing is null: the recordings know no undefined. */
function text(of: unknown): string {
  return JSON.stringify(of ?? null);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Frame,
  OverwritingRingBuffer,
  overwritingRingBuffer,
  type PersistentVector,
  RingBuffer,
  type RingState,
  registry,
  ringBuffer,
  type Slot,
  type System,
} from "../../../src/engine/index.ts";
import { anyInputs, framesOf, inputs, setupOf } from "./script.ts";

const last = (system: System, capacity: number, ...lines: readonly string[]) =>
  framesOf(setupOf(system, { capacity }), inputs(system, ...lines)).at(-1)?.state as RingState;
const kinds = (slots: PersistentVector<Slot>) => [...slots].map(({ kind }) => kind);
const pair = [
  { system: ringBuffer as unknown as System, make: (n: number) => new RingBuffer<string | undefined>(n) },
  {
    system: overwritingRingBuffer as unknown as System,
    make: (n: number) => new OverwritingRingBuffer<string | undefined>(n),
  },
];

describe.each(pair.map((entry) => ({ ...entry, id: entry.system.id })))(
  "what is shown of $id",
  ({ system, make }) => {
    test("is, at every frame, what the real ring holds at that very mark", () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 7 }), anyInputs(system), (capacity, all) => {
          const frames = framesOf(setupOf(system, { capacity }), all);
          const ring = make(capacity);
          const seen: (string | undefined)[][] = [];
          ring.trace = () => seen.push([...ring.slots]);
          for (const { operation, values } of all) {
            if (operation === "push") ring.push(values.item as string | undefined);
            else if (operation === "pop") ring.pop();
            else if (operation === "clear") ring.clear();
            else if (operation === "peek") ring.peek();
            else if (ring instanceof OverwritingRingBuffer && operation === "recent")
              ring.getRecent(values.n as number);
            else if (ring instanceof OverwritingRingBuffer) {
              ring.getWindow(values.start as number, values.length as number);
            }
          }
          const own = frames.filter(
            ({ cause }) => !["create", "call", "return", "throw"].includes(cause.mark),
          );
          const shown = own.map((frame) =>
            [...(frame as Frame<RingState>).state.slots].map((slot) =>
              slot.kind === "item" ? slot.value : undefined,
            ),
          );
          expect(shown).toEqual(seen);
        }),
      );
    });
  },
);

test("never written, popped, cleared and a stored undefined are told apart", () => {
  expect(kinds(last(ringBuffer as unknown as System, 4, "push undefined", "push B", "pop").slots)).toEqual([
    "popped",
    "item",
    "never",
    "never",
  ]);
  const { slots } = last(
    ringBuffer as unknown as System,
    3,
    "push A",
    "push undefined",
    "clear",
    "push undefined",
  );
  expect([...slots]).toEqual([
    { kind: "item", value: undefined, index: 2 },
    { kind: "cleared", index: 1 },
    { kind: "never" },
  ]);
});

test("what was refused has no global index, what was overwritten has one", () => {
  expect(last(ringBuffer as unknown as System, 1, "push A", "push B").lost).toEqual({
    value: "B",
    index: null,
    slot: null,
  });
  expect(last(overwritingRingBuffer as unknown as System, 1, "push A", "push B").lost).toEqual({
    value: "A",
    index: 0,
    slot: 0,
  });
});

test("an operation that takes nothing leaves nothing on show", () => {
  const { outgoing, lost, read, incoming } = last(ringBuffer as unknown as System, 2, "push A", "pop", "pop");
  expect({ outgoing, lost, read, incoming }).toEqual({
    outgoing: null,
    lost: null,
    read: [],
    incoming: null,
  });
});

describe("the lights of the broken rings", () => {
  const lights = (id: string, capacity: number, ...lines: readonly string[]) => {
    const system = registry.get(id) as System;
    const { state } = framesOf(setupOf(system, { capacity }), inputs(system, ...lines)).at(-1) as Frame;
    return system.invariants.filter((invariant) => !invariant.holds(state)).map((invariant) => invariant.id);
  };

  test("a ring without size takes itself for empty when it is full", () => {
    expect(lights("ring-without-size", 2, "push A")).toEqual([]);
    expect(lights("ring-without-size", 2, "push A", "push B")).toEqual(["empty-or-full"]);
    expect(lights("ring-without-size", 2, "push A", "push B", "push C")).toEqual([
      "tail-is-next-read",
      "empty-or-full",
    ]);
  });

  test("a window by index mod capacity goes wrong after clear", () => {
    const before = ["push A", "push B", "push C", "push D", "window 3 1"];
    expect(lights("modulo-window-ring", 3, ...before)).toEqual([]);
    expect(lights("modulo-window-ring", 3, ...before, "clear", "push E")).toEqual(["window-finds"]);
  });

  test("the remedies keep every light on where the broken ring does not", () => {
    const lines = ["push A", "push B", "push C", "push D", "pop", "push E", "clear", "push F"];
    for (const id of ["one-slot-empty-ring", "counter-ring"]) expect(lights(id, 3, ...lines)).toEqual([]);
  });
});

test("of many slots that an operation reads, the first and the last are told", () => {
  const pushes = Array.from({ length: 1_000 }, (_, i) => `push T${i}`);
  const { read } = last(overwritingRingBuffer as unknown as System, 1_000, ...pushes, "recent 1000");
  expect(read).toHaveLength(64);
  expect([read[0], read[31], read[32], read[63]]).toEqual([999, 968, 31, 0]);
});

test("a ring of a million slots is cleared without copying them", () => {
  const state = last(ringBuffer as unknown as System, 1_000_000, "push A", "clear");
  expect([state.held, state.slots.at(0)?.kind, state.slots.at(999_999)?.kind]).toEqual([
    0,
    "cleared",
    "never",
  ]);
});

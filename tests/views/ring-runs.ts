import fc from "fast-check";
import {
  type Frame,
  type Input,
  type Plain,
  Recording,
  type RingState,
  registry,
  type System,
} from "../../src/engine/index.ts";
import type { Picture } from "../../src/views/view.ts";

const item = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() !== ""),
  },
  { weight: 4, arbitrary: fc.nat(999).map((number) => `T${number}`) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const operation: fc.Arbitrary<Input> = fc.oneof(
  { weight: 12, arbitrary: item.map((value) => ({ operation: "push", values: { item: value } })) },
  { weight: 4, arbitrary: fc.constantFrom("pop", "peek").map((name) => ({ operation: name, values: {} })) },
  { weight: 1, arbitrary: fc.constant({ operation: "clear", values: {} }) },
);

/** Only rings that have them are asked for these. */
const question: fc.Arbitrary<Input> = fc.oneof(
  fc.nat(8).map((n) => ({ operation: "recent", values: { n } })),
  fc.record({ start: fc.nat(20), length: fc.nat(12) }).map((values) => ({ operation: "window", values })),
);

export const ringIds = [
  "ring-buffer",
  "overwriting-ring-buffer",
  "ring-without-size",
  "one-slot-empty-ring",
  "counter-ring",
  "modulo-window-ring",
];

/** A run of a real ring: random operations, after the ring was filled to some part. */
export function ringRun(
  capacities: readonly number[],
  most = 12,
): fc.Arbitrary<readonly Picture<RingState>[]> {
  return fc
    .record({
      id: fc.constantFrom(...ringIds),
      capacity: fc.constantFrom(...capacities),
      filled: fc.double({ min: 0, max: 1.6, noNaN: true }),
      operations: fc.array(
        fc.oneof({ weight: 5, arbitrary: operation }, { weight: 1, arbitrary: question }),
        { minLength: 1, maxLength: most },
      ),
    })
    .map(({ id, capacity, filled, operations }) => {
      const system = registry.get(id) as System;
      const slots = id === "one-slot-empty-ring" ? Math.max(2, capacity) : capacity;
      const known = operations.filter(({ operation: name }) => name in system.operations);
      const before = Array.from({ length: Math.round(slots * filled) }, (_, index) => ({
        operation: "push",
        values: { item: `T${index}` },
      }));
      const recording = new Recording({ system, parameters: { capacity: slots }, seed: 1 }, before);
      const start = recording.length - 1;
      for (const input of known) recording.do(input);
      return pictures(recording as unknown as Recording<RingState>, start);
    });
}

function pictures(recording: Recording<RingState>, start: number): readonly Picture<RingState>[] {
  return Array.from({ length: recording.length - start }, (_, offset) => {
    const frame: Frame<RingState> = recording.frame(start + offset);
    const ahead: Plain[] = recording.inputs
      .filter(({ operation: name }, index) => name === "push" && index > frame.cause.input)
      .map(({ values }) => values.item);
    return { frame, ahead, stream: "stock ticker · 100,000 trades/s" };
  });
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { ArrayQueue, RingBuffer } from "../../../src/engine/index.ts";

test("does what a ring of the same capacity does", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.option(fc.nat(9))), (capacity, all) => {
      const queue = new ArrayQueue<number>(capacity);
      const ring = new RingBuffer<number>(capacity);
      for (const item of all) {
        if (item === null) expect(queue.pop()).toBe(ring.pop());
        else expect(queue.push(item)).toBe(ring.push(item));
        expect(queue.items).toEqual([...ring]);
        expect(queue.size).toBe(ring.size);
      }
    }),
  );
});

test("moves every item that is left when one is taken", () => {
  const queue = new ArrayQueue<string>(4);
  for (const item of ["A", "B", "C", "D"]) queue.push(item);
  const moves: unknown[] = [];
  queue.trace = (mark, detail) => mark === "move" && moves.push(detail);
  expect(queue.pop()).toBe("A");
  expect(moves).toEqual([
    { from: 1, to: 0 },
    { from: 2, to: 1 },
    { from: 3, to: 2 },
  ]);
});

test.each([0, -1, 1.5, Number.NaN, "3", Number.POSITIVE_INFINITY])("refuses a capacity of %s", (capacity) => {
  expect(() => new ArrayQueue(capacity as number)).toThrow(RangeError);
});

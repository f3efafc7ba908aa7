import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CounterRing,
  OneSlotEmptyRing,
  OverwritingRingBuffer,
  RingBuffer,
} from "../../../src/engine/index.ts";
import { NaiveRing } from "./naive-ring.ts";

const operation = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("push" as const),
      item: fc.option(fc.nat(9), { nil: undefined }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("pop" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("peek" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const) }) },
);
const operations = fc.array(operation, { maxLength: 80 });

interface Ring {
  readonly size: number;
  readonly totalWritten: number;
  push(item: number | undefined): boolean;
  pop(): number | undefined;
  peek(): number | undefined;
  clear(): void;
  isEmpty(): boolean;
  isFull(): boolean;
}

const kinds: readonly {
  readonly name: string;
  readonly make: (capacity: number) => Ring;
  readonly overwrites: boolean;
  readonly least: number;
  readonly room: (capacity: number) => number;
}[] = [
  { name: "RingBuffer", make: (n) => new RingBuffer(n), overwrites: false, least: 1, room: (n) => n },
  {
    name: "OverwritingRingBuffer",
    make: (n) => new OverwritingRingBuffer(n),
    overwrites: true,
    least: 1,
    room: (n) => n,
  },
  {
    name: "OneSlotEmptyRing",
    make: (n) => new OneSlotEmptyRing(n),
    overwrites: false,
    least: 2,
    room: (n) => n - 1,
  },
  { name: "CounterRing", make: (n) => new CounterRing(n), overwrites: false, least: 1, room: (n) => n },
];

describe.each(kinds)("$name", ({ make, overwrites, least, room }) => {
  test("does what a list of everything written would do", () => {
    fc.assert(
      fc.property(fc.integer({ min: least, max: 9 }), operations, (capacity, all) => {
        const ring = make(capacity);
        const naive = new NaiveRing<number | undefined>(room(capacity), overwrites);
        for (const operation of all) {
          if (operation.do === "push") expect(ring.push(operation.item)).toBe(naive.push(operation.item));
          else if (operation.do === "pop") expect(ring.pop()).toBe(naive.pop());
          else if (operation.do === "peek") expect(ring.peek()).toBe(naive.held[0]);
          else {
            ring.clear();
            naive.clear();
          }
          expect(ring.size).toBe(naive.held.length);
          expect(ring.totalWritten).toBe(naive.written.length);
          expect(ring.isEmpty()).toBe(naive.held.length === 0);
          expect(ring.isFull()).toBe(naive.held.length === room(capacity));
          if (ring instanceof RingBuffer) {
            expect([...ring]).toEqual(naive.held);
            expect(ring.slots.length).toBe(capacity);
          }
        }
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN, "3", Number.POSITIVE_INFINITY])(
    "refuses a capacity of %s",
    (capacity) => {
      expect(() => make(capacity as number)).toThrow(RangeError);
      expect(() => make(capacity as number)).toThrow(`got ${String(capacity)}`);
    },
  );

  test("stores undefined like any other item", () => {
    const ring = make(3);
    expect(ring.push(undefined)).toBe(true);
    expect([ring.size, ring.isEmpty()]).toEqual([1, false]);
    expect(ring.pop()).toBeUndefined();
    expect(ring.isEmpty()).toBe(true);
  });
});

describe("OverwritingRingBuffer", () => {
  test("finds by age and by global index what a list would, also after pop and clear", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        operations,
        fc.integer({ min: -2, max: 12 }),
        fc.nat(90),
        fc.integer({ min: -2, max: 20 }),
        (capacity, all, n, start, length) => {
          const ring = new OverwritingRingBuffer<number | undefined>(capacity);
          const naive = new NaiveRing<number | undefined>(capacity, true);
          for (const operation of all) {
            if (operation.do === "push") {
              ring.push(operation.item);
              naive.push(operation.item);
            } else if (operation.do === "pop") {
              ring.pop();
              naive.pop();
            } else if (operation.do === "clear") {
              ring.clear();
              naive.clear();
            }
            expect(ring.getRecent(n)).toEqual(naive.recent(n));
            expect(ring.getWindow(start, length)).toEqual(naive.window(start, length));
          }
        },
      ),
    );
  });

  test("tells what is gone from what is not yet written", () => {
    const ring = new OverwritingRingBuffer<string>(2);
    for (const item of ["A", "B", "C"]) ring.push(item);
    expect(ring.getWindow(0, 10)).toEqual([null, "B", "C"]);
    expect(ring.getWindow(3, 2)).toEqual([]);
    expect(ring.getWindow(0, Number.POSITIVE_INFINITY)).toEqual([null, "B", "C"]);
    ring.pop();
    expect(ring.getWindow(1, 2)).toEqual([null, "C"]);
    ring.clear();
    expect(ring.getWindow(1, 2)).toEqual([null, null]);
    ring.push("D");
    expect(ring.getWindow(2, 2)).toEqual([null, "D"]);
    expect([ring.head, ring.totalWritten]).toEqual([1, 4]);
  });

  test.each([-1, 0.5, Number.NaN, "1"])("refuses a window from %s", (start) => {
    expect(() => new OverwritingRingBuffer(2).getWindow(start as number, 1)).toThrow(RangeError);
  });

  test("gives no recent items for 0, negative numbers and NaN", () => {
    const ring = new OverwritingRingBuffer<string>(2);
    ring.push("A");
    expect([0, -1, Number.NaN].map((n) => ring.getRecent(n))).toEqual([[], [], []]);
  });

  test("names the item that dies before it is written over", () => {
    const ring = new OverwritingRingBuffer<string>(2);
    ring.push("A");
    ring.push("B");
    const heard: unknown[] = [];
    ring.trace = (mark, detail) => heard.push([mark, detail, ring.slots[0]]);
    ring.push("C");
    expect(heard).toEqual([
      ["overwrite", { slot: 0, index: 0 }, "A"],
      ["write", { slot: 0, index: 2 }, "C"],
      ["advance-head", { to: 1 }, "C"],
      ["advance-tail", { to: 1 }, "C"],
      ["count", { totalWritten: 3 }, "C"],
    ]);
  });
});

describe("RingBuffer", () => {
  test("can be read as a text", () => {
    const ring = new RingBuffer<string | undefined>(8);
    expect(String(ring)).toBe("RingBuffer(0/8) [] head=0 tail=0");
    for (const item of ["A", undefined, "C"]) ring.push(item);
    ring.pop();
    expect(String(ring)).toBe("RingBuffer(2/8) [undefined, C] head=3 tail=1");
    expect(String(new OverwritingRingBuffer(2))).toBe("OverwritingRingBuffer(0/2) [] head=0 tail=0");
  });

  test("lets go of what was popped or cleared", () => {
    const ring = new RingBuffer<object>(3);
    for (let i = 0; i < 3; i++) ring.push({});
    ring.pop();
    expect(ring.slots[0]).toBeUndefined();
    ring.clear();
    expect(ring.slots).toEqual([undefined, undefined, undefined]);
  });

  test("changes nothing when it refuses", () => {
    const ring = new RingBuffer<string>(1);
    ring.push("A");
    const before = { ...ring, slots: [...ring.slots] };
    expect(ring.push("B")).toBe(false);
    expect({ ...ring, slots: [...ring.slots] }).toEqual(before);
  });

  test("has no trace until somebody listens", () => {
    expect("trace" in new RingBuffer(1)).toBe(false);
  });
});

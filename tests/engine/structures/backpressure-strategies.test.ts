import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BackpressureStrategies,
  GrowableRing,
  NumberGrowingRing,
  type Offer,
  type StrategyName,
} from "../../../src/engine/index.ts";

/** What each strategy is to do, on a plain array. */
class Naive {
  readonly items: number[] = [];
  readonly name: StrategyName;
  readonly bound: number;
  readonly draw: () => number;
  capacity: number;

  constructor(name: StrategyName, capacity: number, bound: number, draw: () => number) {
    this.name = name;
    this.capacity = capacity;
    this.bound = Math.max(bound, capacity);
    this.draw = draw;
  }

  offer(item: number): Offer<number> {
    const { items, name } = this;
    const taken = items.length;
    if (name === "sample" && taken >= 0.8 * this.capacity && taken > 0 && this.draw() >= 0.1)
      return { became: "sampled-away" };
    if (name === "grow" && taken + 1 > 0.8 * this.capacity)
      this.capacity = Math.max(
        this.capacity,
        Math.min(this.bound, Math.max(this.capacity + 1, Math.floor(this.capacity * 1.5))),
      );
    const full = taken === this.capacity;
    if (full && name === "block") return { became: "waits" };
    if (full && name !== "dropOldest") return { became: "refused" };
    const evicted = full ? items.shift() : undefined;
    items.push(item);
    return { became: "stored", evicted };
  }
}

function strategy(name: StrategyName, capacity: number, bound: number, draw: () => number) {
  const buffer = new GrowableRing<number>(capacity);
  if (name === "sample") return new BackpressureStrategies.sample(buffer, draw);
  if (name === "grow") return new BackpressureStrategies.grow(buffer, Math.max(bound, capacity));
  return new BackpressureStrategies[name](buffer);
}

const names = Object.keys(BackpressureStrategies) as StrategyName[];
const script = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant("offer") }, fc.constant("take")), {
  maxLength: 200,
});
const lots = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 50 });

/** The same draws, in turn, for whoever asks. */
function drawing(lot: readonly number[]): () => number {
  let next = 0;
  return () => lot[next++ % lot.length] ?? 0;
}

describe.each(names)("%s", (name) => {
  test("does what a plain array would, and loses nothing without saying so", () => {
    fc.assert(
      fc.property(
        script,
        lots,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 30 }),
        (all, lot, capacity, bound) => {
          const real = strategy(name, capacity, bound, drawing(lot));
          const naive = new Naive(name, capacity, bound, drawing(lot));
          let [offered, waiting, lost, taken] = [0, 0, 0, 0];
          for (const act of all) {
            if (act === "take") {
              const item = real.buffer.pop();
              expect(item).toBe(naive.items.shift());
              if (item !== undefined) taken += 1;
            } else {
              const before = real.buffer.size;
              const offer = real.offer(offered);
              expect(offer).toEqual(naive.offer(offered));
              offered += 1;
              if (offer.became === "waits") waiting += 1;
              if (offer.became === "refused" || offer.became === "sampled-away") lost += 1;
              if (offer.became === "stored" && offer.evicted !== undefined) lost += 1;
              if (offer.became !== "stored") expect(real.buffer.size).toBe(before);
            }
            expect([...real.buffer]).toEqual(naive.items);
            expect(real.buffer.capacity).toBe(naive.capacity);
            expect(offered).toBe(waiting + lost + taken + real.buffer.size);
          }
        },
      ),
    );
  });

  test("takes whatever comes while there is room", () => {
    const real = strategy(name, 10, 10, () => 0.999);
    for (let item = 0; item < 8; item++)
      expect(real.offer(item)).toEqual({ became: "stored", evicted: undefined });
  });
});

test("sampling leaves an empty buffer alone, even one of a single slot", () => {
  for (const capacity of [1, 2, 5]) {
    const sample = new BackpressureStrategies.sample(new GrowableRing<number>(capacity), () => 0.999);
    for (let item = 0; item < 50; item++) {
      expect(sample.offer(item).became).toBe("stored");
      sample.buffer.pop();
    }
  }
});

test("sampling lets about a tenth in under overload", () => {
  let state = 1;
  const draw = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const sample = new BackpressureStrategies.sample(new GrowableRing<number>(10), draw);
  for (let item = 0; item < 8; item++) sample.offer(item);
  let stored = 0;
  for (let item = 0; item < 10_000; item++) {
    if (sample.offer(item).became !== "stored") continue;
    stored += 1;
    sample.buffer.pop();
  }
  expect(stored).toBeGreaterThan(900);
  expect(stored).toBeLessThan(1_100);
});

describe("GrowableRing", () => {
  const filled = fc.record({
    capacity: fc.integer({ min: 1, max: 12 }),
    turned: fc.integer({ min: 0, max: 30 }),
    size: fc.nat(12),
    more: fc.integer({ min: 1, max: 10 }),
  });

  /** A ring that was turned `turned` times before `size` items were pushed. */
  function ringOf<R extends GrowableRing<number>>(ring: R, turned: number, size: number): R {
    for (let i = 0; i < turned; i++) {
      ring.push(-1);
      ring.pop();
    }
    for (let i = 0; i < size; i++) ring.push(i);
    return ring;
  }

  test("keeps items, order and global indices wherever it had wrapped", () => {
    fc.assert(
      fc.property(filled, ({ capacity, turned, size, more }) => {
        const held = Math.min(size, capacity);
        const ring = ringOf(new GrowableRing<number>(capacity), turned, held);
        const written = ring.totalWritten;
        ring.enlarge(capacity + more);
        expect(ring).toMatchObject({
          capacity: capacity + more,
          size: held,
          totalWritten: written,
          tail: 0,
          head: held,
        });
        for (let i = 0; i < more; i++) expect(ring.push(held + i)).toBe(true);
        expect([...ring]).toEqual(Array.from({ length: held + more }, (_, i) => i));
      }),
    );
  });

  test.each([2, 8, 8.5, Number.NaN, -1])("refuses to go on with %d slots instead of 8", (capacity) => {
    const ring = ringOf(new GrowableRing<number>(8), 3, 5);
    expect(() => ring.enlarge(capacity)).toThrow(RangeError);
    expect([...ring]).toEqual([0, 1, 2, 3, 4]);
  });

  test("grown by the number alone it goes wrong exactly when its items have wrapped", () => {
    fc.assert(
      fc.property(filled, ({ capacity, turned, more }) => {
        const ring = ringOf(new NumberGrowingRing<number>(capacity), turned, capacity);
        const wrapped = ring.tail > 0;
        ring.enlarge(capacity + more);
        const items = Array.from({ length: capacity }, () => ring.pop());
        const right = items.every((item, i) => item === i);
        expect(right).toBe(!wrapped);
      }),
    );
  });
});

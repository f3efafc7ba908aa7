import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  HashPartitioner,
  Random,
  StickyPartitioner,
  utf8,
  utf8Length,
} from "../../../../src/engine/index.ts";

describe("utf8", () => {
  test("agrees with the platform's encoder on well-formed text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...utf8(text)]).toEqual([...Buffer.from(text, "utf8")]);
        expect(utf8Length(text)).toBe(utf8(text).length);
      }),
    );
  });

  test("makes half a surrogate pair a question mark, as Java does", () => {
    expect([...utf8("a\ud800b")]).toEqual([97, 63, 98]);
    expect(utf8Length("a\ud800b")).toBe(3);
  });
});

describe("HashPartitioner", () => {
  test("takes an empty key for a key and null for none", () => {
    const partitioner = new HashPartitioner(7);
    expect(partitioner.partition("")).toBe((275646681 & 0x7fffffff) % 7);
    expect(partitioner.partition(null)).toBeUndefined();
  });

  test("lets a named partition win over the key", () => {
    const partitioner = new HashPartitioner(3);
    for (const named of [0, 1, 2]) expect(partitioner.partition("order-7", named)).toBe(named);
    expect(() => partitioner.partition("order-7", 3)).toThrow("partition must be from 0 to 2; got 3");
  });

  test("always names a partition that exists, the same for the same key", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), (key, partitions) => {
        const partition = new HashPartitioner(partitions).partition(key);
        expect(partition).toBeGreaterThanOrEqual(0);
        expect(partition).toBeLessThan(partitions);
        expect(new HashPartitioner(partitions).partition(utf8(key))).toBe(partition);
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses to divide by %s", (partitions) => {
    expect(() => new HashPartitioner(partitions)).toThrow(RangeError);
  });

  test("shows how it comes to its answer", () => {
    const partitioner = new HashPartitioner(3);
    const marks: string[] = [];
    partitioner.trace = (mark) => marks.push(mark);
    partitioner.partition("21");
    partitioner.partition(null);
    partitioner.partition("21", 1);
    expect(marks).toEqual(["hash", "drop-sign", "modulo", "unkeyed", "named"]);
  });
});

describe("StickyPartitioner", () => {
  const sticky = (partitions: number, batchSize: number) => {
    const random = new Random(7);
    return new StickyPartitioner(partitions, batchSize, () => random.whole(0, 0x7fffffff));
  };

  test("stays until a batch is sent, and until twice as much while switching is off", () => {
    const partitioner = sticky(100, 100);
    const first = partitioner.partition();
    partitioner.sent(99, true);
    expect(partitioner.partition()).toBe(first);
    partitioner.sent(100, false);
    expect(partitioner.partition()).toBe(first);
    expect(partitioner.produced).toBe(199);
    partitioner.sent(1, false);
    expect(partitioner.produced).toBe(0);
  });

  test("chooses no partition without a leader while another has one", () => {
    const partitioner = sticky(3, 1);
    partitioner.setLeader(1, false);
    const seen = new Set<number>();
    for (let i = 0; i < 100; i++) {
      seen.add(partitioner.partition());
      partitioner.sent(1, true);
    }
    expect([...seen].sort()).toEqual([0, 2]);
  });

  test("chooses a partition the likelier the shorter its queue", () => {
    const partitioner = sticky(2, 1);
    partitioner.setQueues([
      { partition: 0, queued: 0 },
      { partition: 1, queued: 8 },
    ]);
    const counts = [0, 0];
    for (let i = 0; i < 1000; i++) {
      const partition = partitioner.partition();
      counts[partition] = (counts[partition] as number) + 1;
      partitioner.sent(1, true);
    }
    expect(counts[0]).toBeGreaterThan(6 * (counts[1] as number));
    expect(counts[1]).toBeGreaterThan(0);
  });
});

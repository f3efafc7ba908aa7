import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mark } from "../../src/stage/mark.ts";
import { sample } from "../../src/stage/sample.ts";
import { type Box, textBox } from "../../src/stage/text-box.ts";

const number = fc.double({ min: -500, max: 500, noNaN: true });
const mark = (key: string): fc.Arbitrary<Mark> =>
  fc.oneof(
    fc
      .record({ x: number, y: number, w: number, h: number })
      .map((n) => ({ key, kind: "tile" as const, n, style: "item cover" })),
    fc
      .record({ cx: fc.constant(100), cy: fc.constant(100), r: number, a: number, size: fc.constant(12) })
      .map((n) => ({
        key,
        kind: "text" as const,
        n,
        style: "bold",
        text: "T17",
        enter: { r: 0 },
        leave: { r: 400 },
      })),
  );
const picture = fc
  .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 6 })
  .chain((keys) => fc.tuple(...keys.map(mark)))
  .map((marks): readonly Mark[] => marks);
// Not a double: those that are drawn crowd at 0.
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

describe("sample", () => {
  it("is the first picture at 0 and the second at 1, the very same objects", () => {
    fc.assert(
      fc.property(picture, picture, (from, to) => {
        expect(sample(from, to, 0)).toBe(from);
        expect(sample(from, to, 1)).toBe(to);
      }),
    );
  });

  it("does not depend on what was drawn before", () => {
    fc.assert(
      fc.property(picture, picture, share, share, (from, to, first, second) => {
        const alone = sample([...from], [...to], second);
        sample(from, to, first);
        expect(sample(from, to, second)).toEqual(alone);
      }),
    );
  });

  it("keeps the object of a mark that did not change", () => {
    const still: Mark = { key: "still", kind: "circle", n: { x: 1, y: 2, r: 3 }, style: "" };
    const moves = (x: number): Mark => ({ key: "moves", kind: "circle", n: { x, y: 50, r: 3 }, style: "" });
    expect(sample([still, moves(0)], [{ ...still, n: { ...still.n } }, moves(9)], 0.4)).toContain(still);
  });

  it("moves an angle the way it counts, past a full turn", () => {
    const arrow = (a: number): Mark => ({
      key: "head",
      kind: "arrow",
      n: { cx: 0, cy: 0, a, r0: 9, r1: 5 },
      style: "",
    });
    const [half] = sample([arrow(6)], [arrow(6.6)], 0.5);
    expect(half?.n.a).toBeCloseTo(6.3);
  });

  it("moves in a straight line between a place by angle and a place by x and y", () => {
    const from: Mark = {
      key: "t",
      kind: "tile",
      n: { cx: 100, cy: 100, r: 50, a: Math.PI / 2, w: 9, h: 9 },
      style: "",
    };
    const to: Mark = { key: "t", kind: "tile", n: { x: 250, y: 200, w: 9, h: 9 }, style: "" };
    expect(sample([from], [to], 0.5)[0]?.n).toMatchObject({ x: 200, y: 150 });
  });

  it("lets what leaves go before what comes appears", () => {
    const text = (key: string): Mark => ({
      key,
      kind: "text",
      n: { x: 0, y: 0, size: 12 },
      style: "",
      text: key,
    });
    for (const t of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const seen = sample([text("old")], [text("new")], t).filter(({ n }) => (n.opacity ?? 1) > 0);
      expect(seen.length).toBeLessThanOrEqual(1);
    }
  });

  it("hides a text while something passes over it", () => {
    const still: Mark = { key: "label", kind: "text", n: { x: 50, y: 50, size: 12 }, style: "", text: "5" };
    const tile = (x: number): Mark => ({
      key: "tile",
      kind: "tile",
      n: { x, y: 50, w: 30, h: 30 },
      style: "item cover",
    });
    const opacity = (t: number) =>
      sample([still, tile(0)], [still, tile(100)], t).find(({ key }) => key === "label")?.n.opacity ?? 1;
    expect(opacity(0.1)).toBe(1);
    expect(opacity(0.5)).toBe(0);
    expect(opacity(0.9)).toBe(1);
  });

  it("sizes a text on its way in steps of whole px, and never larger than it would be by then", () => {
    const size = fc.integer({ min: 90, max: 300 }).map((tenths) => tenths / 10);
    const text = (size: number, x: number): Mark => ({
      key: "T1",
      kind: "text",
      n: { x, y: 0, size },
      style: "",
      text: "T1",
    });
    fc.assert(
      fc.property(size, size, share, (start, end, t) => {
        const [from, to] = [[text(start, 0)], [text(end, 100)]];
        fc.pre(t > 0 && t < 1 && start !== end);
        const n = sample(from, to, t)[0]?.n;
        const steps = (n?.size ?? 0) - start;
        expect(steps).toBeCloseTo(Math.round(steps), 6);
        expect(n?.size).toBeLessThanOrEqual(start + ((end - start) * (n?.x ?? 0)) / 100 + 1e-6);
        expect(n?.size).toBeGreaterThan(Math.min(start, end) - 1);
      }),
    );
  });

  it("keeps a text whose words change on the way within what its two ends span", () => {
    const word = fc.constantFrom("5", "broker 5", "broker 5: −3", "broker 5 is down");
    const anchor = fc.constantFrom("start" as const, "middle" as const, "end" as const);
    const text = fc
      .record({ x: fc.integer({ min: 0, max: 300 }), size: fc.integer({ min: 9, max: 20 }), word, anchor })
      .map(
        ({ x, size, word, anchor }): Mark => ({
          key: "name",
          kind: "text",
          n: { x, y: 50, size },
          style: "muted",
          text: word,
          anchor,
        }),
      );
    const extent = (mark: Mark | undefined): readonly [number, number] => {
      const { x, w } = textBox(mark as Mark) as Box;
      return [x - w, x + w];
    };
    fc.assert(
      fc.property(text, text, share, (from, to, t) => {
        const ends = [extent(from), extent(to)];
        const [left, right] = extent(sample([from], [to], t)[0]);
        expect(left).toBeGreaterThan(Math.min(...ends.map(([left]) => left)) - 1e-6);
        expect(right).toBeLessThan(Math.max(...ends.map(([, right]) => right)) + 1e-6);
      }),
    );
  });
});

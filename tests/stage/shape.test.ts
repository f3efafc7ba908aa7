import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mark } from "../../src/stage/mark.ts";
import { shapeOf } from "../../src/stage/shape.ts";

const KINDS = ["arc", "rect", "circle", "line", "text", "pill", "tile", "arrow", "path"] as const;
const REGARD = { lit: false, stop: false, picking: false };
const whole = (max: number) => fc.integer({ min: 1, max });

/** What is drawn of a mark, but for where its element is. */
function drawn(mark: Mark) {
  const { attributes, ...shape } = shapeOf(mark, REGARD);
  const { transform, ...looks } = attributes;
  return { ...shape, looks };
}

describe("the shape of a mark", () => {
  it("says by the transform of its element alone where it is", () => {
    const numbers = fc.record({
      w: whole(90),
      h: whole(40),
      r: whole(30),
      size: whole(20),
      x1: whole(90),
      y1: whole(90),
    });
    const place = fc.record({ x: whole(500), y: whole(500) });
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), numbers, place, place, (kind, n, from, to) => {
        const at = ({ x, y }: typeof from): Mark => {
          const shift = { x1: n.x1 + x, y1: n.y1 + y, cx: x, cy: y, r0: n.r, r1: n.r + 9, a0: 0, a1: 2 };
          const { cx, cy, ...rest } = shift;
          const numbers = kind === "arc" ? { ...n, ...shift } : { ...n, ...rest, x, y };
          return { key: "T1", kind, n: numbers, style: "item", text: "T1", path: "M0,0h9" };
        };
        expect(drawn(at(from))).toEqual(drawn(at(to)));
        if (from.x !== to.x) {
          const [a, b] = [from, to].map((place) => shapeOf(at(place), REGARD).attributes.transform);
          expect(a).not.toBe(b);
        }
      }),
    );
  });

  it("turns an arrow and a tile along a ring without another outline", () => {
    const angle = fc.integer({ min: 0, max: 628 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.constantFrom("arrow" as const, "tile" as const), angle, angle, (kind, from, to) => {
        const at = (a: number): Mark => ({
          key: "head",
          kind,
          n: { cx: 300, cy: 200, a, r: 150, r0: 190, r1: 170, w: 60, h: 40, k: 1 / 150, turn: a, corner: 6 },
          style: "write",
        });
        expect(drawn(at(from))).toEqual(drawn(at(to)));
      }),
    );
  });
});

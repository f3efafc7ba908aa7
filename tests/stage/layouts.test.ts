import { describe, expect, it } from "vitest";
import { type Drawing, layoutOf, type Pictured } from "../../src/stage/layouts.ts";
import type { Mark } from "../../src/stage/mark.ts";

const size = { width: 300, height: 200 };
const picture = (): Pictured => ({ frame: {}, ahead: [] });
const dot = (x: number): Mark => ({ key: "dot", kind: "circle", n: { x, y: 1, r: 1 }, style: "" });
const drawing: Drawing<Pictured> = { layout: (_, { width }) => [dot(width)] };

describe("a layout", () => {
  it("is the very same list when the same frame and size are asked for again", () => {
    const shown = picture();
    const first = layoutOf(drawing, shown, size);
    expect(layoutOf(drawing, { ...shown }, { ...size })).toBe(first);
    expect(layoutOf(drawing, shown, { ...size, width: 301 })).not.toBe(first);
    expect(layoutOf(drawing, { ...shown, ahead: ["T1"] }, size)).not.toBe(first);
    expect(layoutOf({ ...drawing }, shown, size)).not.toBe(first);
  });

  it("takes over the marks of a neighbour that are equal", () => {
    const before = layoutOf(drawing, picture(), size);
    expect(layoutOf(drawing, picture(), size, before)[0]).toBe(before[0]);
  });

  it("is dropped when many others were asked for since, and kept while it is asked for", () => {
    const [left, watched] = [picture(), picture()];
    const leftLayout = layoutOf(drawing, left, size);
    const watchedLayout = layoutOf(drawing, watched, size);
    for (let i = 0; i < 1_000; i++) {
      layoutOf(drawing, picture(), size);
      expect(layoutOf(drawing, watched, size)).toBe(watchedLayout);
    }
    expect(layoutOf(drawing, left, size)).not.toBe(leftLayout);
  });
});

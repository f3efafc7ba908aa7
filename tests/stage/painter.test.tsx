import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mark } from "../../src/stage/mark.ts";
import { Painter, type Painting } from "../../src/stage/painter.ts";

const empty = () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  document.body.replaceChildren(svg);
  return svg;
};

const KINDS = ["arc", "rect", "circle", "line", "text", "pill", "tile", "arrow", "path"] as const;
const markOf = (key: string): fc.Arbitrary<Mark> =>
  fc.record(
    {
      key: fc.constant(key),
      kind: fc.constantFrom(...KINDS),
      n: fc.record({ x: fc.nat(9), y: fc.nat(9) }),
      style: fc.constantFrom("item", "slot write"),
      text: fc.constantFrom("T1", "T2"),
      full: fc.constantFrom("T1, whole", "T2, whole"),
      subject: fc.constantFrom("item:1", "item:2"),
      action: fc.constantFrom(
        { name: "slot 1", pick: "slot" as const, value: 1 },
        { name: "P0", pick: "thread" as const, value: "P0" },
      ),
    },
    { requiredKeys: ["key", "kind", "n", "style"] },
  );
const painting: fc.Arbitrary<Painting> = fc.record({
  marks: fc
    .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { maxLength: 7 })
    .chain((keys) => fc.tuple(...keys.map(markOf)))
    .map((marks): readonly Mark[] => marks),
  lit: fc.constantFrom(null, "item:1"),
  stop: fc.constantFrom(undefined, "a", "b"),
  picking: fc.constantFrom(null, "slot" as const),
});

const slot = (value: number): Mark => ({
  key: `slot:${value}`,
  kind: "rect",
  n: { x: value },
  style: "slot",
  action: { name: `slot ${value}`, pick: "slot", value },
});
const still = { lit: null, stop: undefined, picking: null };

describe("Painter", () => {
  it("shows what it is given, whatever was painted before", () => {
    fc.assert(
      fc.property(fc.array(painting, { minLength: 1, maxLength: 6 }), (paintings) => {
        const [used, fresh] = [empty(), empty()];
        const painter = new Painter(used);
        for (const each of paintings) painter.paint(each);
        new Painter(fresh).paint(paintings.at(-1) as Painting);
        // Attributes have no order.
        expect(used.isEqualNode(fresh), `${used.innerHTML}\nis not\n${fresh.innerHTML}`).toBe(true);
      }),
    );
  });

  it("leaves the focus where it is while the others are put in order", () => {
    const place = empty();
    const painter = new Painter(place);
    painter.paint({ ...still, marks: [slot(0), slot(1), slot(2), slot(3)] });
    const [focused] = place.children;
    if (focused instanceof SVGElement) focused.focus();
    painter.paint({ ...still, marks: [slot(1), slot(2), slot(3), slot(0)] });
    expect(place.lastElementChild).toBe(focused);
    expect(document.activeElement).toBe(focused);
  });

  it("gives up the focus with the mark that had it", () => {
    const place = empty();
    const painter = new Painter(place);
    painter.paint({ ...still, marks: [slot(0)] });
    if (place.firstElementChild instanceof SVGElement) place.firstElementChild.focus();
    painter.paint({ ...still, marks: [slot(1)] });
    expect(document.activeElement).toBe(document.body);
  });
});

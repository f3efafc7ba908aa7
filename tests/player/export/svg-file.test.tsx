import fc from "fast-check";
import { expect, test } from "vitest";
import { type Drawing, type Shape, UPRIGHT } from "../../../src/player/export/drawing.ts";
import { circlePath, rectPath } from "../../../src/player/export/outlines.ts";
import { svgFile } from "../../../src/player/export/svg-file.ts";

const parse = (file: string) => {
  const document = new DOMParser().parseFromString(file, "image/svg+xml");
  expect(document.querySelector("parsererror")).toBeNull();
  return document.documentElement;
};

const outline: Shape = {
  kind: "outline",
  matrix: [1, 0, 0, 1, 4, 5],
  fill: "#ff000080",
  stroke: "#00ff00",
  strokeWidth: 1.5,
  opacity: 0.5,
  path: "M0 0L1 1",
  dash: [2, 3],
  roundEnds: true,
};
const text = (words: string): Shape => ({
  kind: "text",
  matrix: UPRIGHT,
  fill: "#112233",
  strokeWidth: 0,
  opacity: 1,
  text: words,
  x: 1,
  y: 2,
  anchor: "middle",
  font: { family: '"Inter Variable", sans-serif', size: 14, weight: 700, italic: false },
  struck: true,
});
const drawing = (...shapes: Shape[]): Drawing => ({ width: 20, height: 10, background: "#fdfcfa", shapes });

test("a drawing is written in the plain attributes that every program reads", () => {
  expect(svgFile(drawing(outline), "A line")).toBe(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10" role="img">',
      "<title>A line</title>",
      '<rect width="20" height="10" fill="#fdfcfa"/>',
      '<path d="M0 0L1 1" transform="translate(4 5)" fill="#ff0000" fill-opacity="0.5" stroke="#00ff00" stroke-width="1.5" opacity="0.5" stroke-linejoin="round" stroke-linecap="round" stroke-dasharray="2 3"/>',
      "</svg>",
      "",
    ].join("\n"),
  );
});

test("any words are written so that they are read as they were, and never as markup", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("<script>", "&lt;", "]]>", '"')),
      (words) => {
        const root = parse(svgFile(drawing(text(words)), words));
        const said = words.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
        expect(root.querySelector("text")?.textContent).toBe(said);
        expect(root.querySelector("title")?.textContent).toBe(said);
        expect(root.querySelectorAll("*").length).toBe(3);
      },
    ),
  );
});

test("characters that XML cannot hold are replaced", () => {
  expect(parse(svgFile(drawing(text("a\u0000b\uD800c")), "t")).querySelector("text")?.textContent).toBe(
    "a\uFFFDb\uFFFDc",
  );
});

test("boxes and circles become outlines of the same extent", () => {
  expect(rectPath(1, 2, 10, 4, 0)).toBe("M1 2h10v4h-10Z");
  expect(rectPath(0, 0, 10, 4, 99)).toBe(
    "M2 0h6a2 2 0 0 1 2 2v0a2 2 0 0 1 -2 2h-6a2 2 0 0 1 -2 -2v0a2 2 0 0 1 2 -2Z",
  );
  expect(circlePath(5, 5, 2)).toBe("M3 5a2 2 0 1 1 4 0a2 2 0 1 1 -4 0Z");
});

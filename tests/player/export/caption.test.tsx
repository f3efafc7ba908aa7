import fc from "fast-check";
import { expect, test } from "vitest";
import { captionHeight, captionLines, withCaption } from "../../../src/player/export/caption.ts";
import { textWidth } from "../../../src/stage/text-width.ts";

test("a caption is broken between words, says all of them, and no line is wider than its room", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^\S{1,12}$/), { maxLength: 60 }),
      fc.integer({ min: 320, max: 1200 }),
      (words, width) => {
        const lines = captionLines(words.join(" "), width);
        expect(lines.join(" ").split(" ").filter(Boolean).join("")).toBe(words.join(""));
        for (const line of lines) expect(textWidth(line, { size: 18 })).toBeLessThanOrEqual(width - 64);
      },
    ),
  );
});

test("a word that is wider than a line is cut, and nothing of it is lost", () => {
  const lines = captionLines(`a ${"W".repeat(200)} b`, 400);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join("").replaceAll(" ", "")).toBe(`a${"W".repeat(200)}b`);
});

test("the words stand below the picture, in the room that is made for them", () => {
  const picture = { width: 400, height: 300, background: "#ffffff", shapes: [] };
  const room = captionHeight(2);
  const drawing = withCaption(picture, "one ".repeat(15), room, { fill: "#000000", family: "serif" });
  expect(drawing.height).toBe(300 + room);
  expect(drawing.shapes.length).toBe(2);
  for (const shape of drawing.shapes) {
    const y = shape.kind === "text" ? shape.y : 0;
    expect(y - 18).toBeGreaterThanOrEqual(300);
    expect(y + 6).toBeLessThanOrEqual(drawing.height);
  }
  expect(captionHeight(0)).toBe(0);
});

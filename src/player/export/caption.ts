import { textWidth } from "../../stage/text-width.ts";
import { type Drawing, type TextShape, UPRIGHT } from "./drawing.ts";

/** How captions are set: type in px, and the room round them. */
const SIZE = 18;
const LEADING = 26;
const MARGIN = 32;
const ABOVE = 14;
const BELOW = 20;

/** A caption in the lines that a width has room for. A word that is wider than a line is cut. */
export function captionLines(text: string, width: number): readonly string[] {
  const room = width - 2 * MARGIN;
  const fits = (line: string) => textWidth(line, { size: SIZE }) <= room;
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/\s+/)
    .filter((part) => part !== "")
    .flatMap((part) => piecesOf(part, fits))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return line === "" ? lines : [...lines, line];
}

function piecesOf(word: string, fits: (text: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && !fits(piece + character)) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The height that captions of so many lines need below a picture, in px; even, as video demands. */
export function captionHeight(lines: number): number {
  return lines === 0 ? 0 : ABOVE + lines * LEADING + BELOW;
}

/** A drawing with a caption below the picture, in room of a given height. */
export function withCaption(
  drawing: Drawing,
  text: string,
  room: number,
  { fill, family }: { readonly fill: string; readonly family: string },
): Drawing {
  const shapes = captionLines(text, drawing.width).map(
    (line, index): TextShape => ({
      kind: "text",
      matrix: UPRIGHT,
      fill,
      strokeWidth: 0,
      opacity: 1,
      text: line,
      x: MARGIN,
      y: drawing.height + ABOVE + index * LEADING + SIZE,
      anchor: "start",
      font: { family, size: SIZE, weight: 400, italic: false },
      struck: false,
    }),
  );
  return { ...drawing, height: drawing.height + room, shapes: [...drawing.shapes, ...shapes] };
}

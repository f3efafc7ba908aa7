import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { type Box, distance } from "../../stage/text-box.ts";
import { type Type, textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { tailWord } from "./hand.ts";
import type { Measures } from "./measures.ts";
import { lapOf, type RingPicture } from "./ring-picture.ts";

interface Line {
  readonly key: string;
  readonly text: string;
  /** Font size as a share of the first line's. */
  readonly share: number;
  readonly style: string;
}

/** How full the ring is, and how much went through it: as much of it as there is room for. */
export function centre({ state, m }: RingPicture): Mark[] {
  const tries = [linesOf(state), [tight(state)], inShort(state)];
  for (const lines of tries) {
    const marks = inMiddle(lines, m);
    if (marks.length > 0) return marks;
  }
  return [];
}

function linesOf(state: RingPicture["state"]): Line[] {
  const { size, capacity, room, totalWritten } = state;
  const written: Line = {
    key: "written",
    text: `${grouped(totalWritten)} written`,
    share: 0.38,
    style: "mono muted",
  };
  if (size === null) {
    const ambiguous = state.head === state.tail;
    return [
      { key: "size", text: `? / ${grouped(capacity)}`, share: 1, style: "bold" },
      ambiguous
        ? { key: "standing", text: "empty? full?", share: 0.42, style: "bold bad" }
        : { key: "standing", text: "size: not kept", share: 0.4, style: "muted" },
      written,
    ];
  }
  const free = room - size;
  const standing = size === 0 ? "empty" : free <= 0 ? "full" : `room for ${grouped(free)}`;
  const lap = lapOf(state, totalWritten) + 1;
  return [
    { key: "size", text: `${grouped(size)} / ${grouped(capacity)}`, share: 1, style: "bold" },
    { key: "standing", text: `${standing} · lap ${grouped(lap)}`, share: 0.4, style: "muted" },
    written,
  ];
}

/** The first line without its spaces. */
function tight({ size, capacity }: RingPicture["state"]): Line {
  return {
    key: "size",
    text: `${size === null ? "?" : grouped(size)}/${grouped(capacity)}`,
    share: 1,
    style: "bold",
  };
}

/** The first line in two, for large numbers in a small ring. */
function inShort({ size, capacity }: RingPicture["state"]): Line[] {
  const of: Line = { key: "standing", text: `of ${grouped(capacity)}`, share: 0.8, style: "muted" };
  return [{ key: "size", text: size === null ? "?" : grouped(size), share: 1, style: "bold" }, of];
}

/** Lines of text in the middle, clear of tail wherever it points; the last ones are left out where it is small. */
function inMiddle(lines: readonly Line[], m: Measures): Mark[] {
  const largest = Math.min(64, m.outer * 0.2);
  const radius = m.arrow.in - m.arrow.length - 4;
  for (let count = lines.length; count >= 1; count--) {
    const least = count <= 1 || lines.length === 2 ? LEAST_TEXT : 15;
    for (let size = largest; size >= least; size -= 1) {
      const set = place(lines.slice(0, count), size, Math.min(m.width, m.height) >= 400 ? 11 : LEAST_TEXT);
      const boxes = set.map(({ half, y, height }) => ({
        x: m.cx,
        y: m.cy + y,
        w: half,
        h: height / 2,
        turn: 0,
      }));
      if (!boxes.every((box) => clear(m, box, radius))) continue;
      return set.map(({ line, y, height }) => ({
        key: `centre:${line.key}`,
        kind: "text",
        n: { x: m.cx, y: m.cy + y, size: height },
        style: `centre ${line.style}`,
        text: line.text,
      }));
    }
  }
  return [];
}

const ANGLES = 24;

function clear(m: Measures, box: Box, radius: number): boolean {
  if (Math.hypot(box.w, Math.abs(box.y - m.cy) + box.h) > radius) return false;
  if (!m.word.shown) return true;
  return tailWords(m).every((word) => distance(word, box) >= 4);
}

const swept = new WeakMap<Measures, readonly Box[]>();

/** Where the word “tail” stands as tail goes once round. */
function tailWords(m: Measures): readonly Box[] {
  const words =
    swept.get(m) ?? Array.from({ length: ANGLES }, (_, i) => tailWord(m, (i * 2 * Math.PI) / ANGLES));
  swept.set(m, words);
  return words;
}

function place(lines: readonly Line[], size: number, least: number) {
  const heights = lines.map(({ share }) => Math.max(least, Math.round(size * share * 2) / 2));
  const total = heights.reduce((sum, height, line) => sum + height * (line === 0 ? 1 : 1.55), 0);
  let top = -total / 2;
  return lines.map((line, order) => {
    const height = heights[order] as number;
    const lead = order === 0 ? 0 : height * 0.55;
    const y = top + lead + height / 2;
    top += lead + height;
    const type: Type = { size: height, bold: line.style.includes("bold"), mono: line.style.includes("mono") };
    return { line, y, height, half: textWidth(line.text, type) / 2 };
  });
}

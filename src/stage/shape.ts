import type { Mark } from "./mark.ts";
import { arcOutline, arrowOutline, arrowPlace, tileOutline } from "./outline.ts";
import { placeOf } from "./place.ts";

/** An SVG element as data: what the painter makes of a mark. */
export interface Shape {
  readonly tag: "path" | "rect" | "circle" | "line" | "text" | "g";
  /** By their names in SVG; one that is undefined is not there. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly words?: Words;
  readonly children?: readonly Shape[];
}

/** What a text says. */
interface Words {
  readonly text: string;
  /** The whole of it, where `text` is a shortened form. */
  readonly title: string | undefined;
  /** Font size in px. */
  readonly size: number;
}

/** What of a mark's looks does not come from the picture but from the reader. */
export interface Regard {
  /** Its subject is pointed at, here or in another pane. */
  readonly lit: boolean;
  /** Of a mark with an action: whether Tab stops at it. */
  readonly stop: boolean;
  /** Of a mark with an action: whether it may be chosen. */
  readonly picking: boolean;
}

/** From the middle of a line of text to its baseline, as a share of the font size. */
const TO_BASELINE = 0.36;
const degrees = (radians: number): number => Math.round((radians * 18000) / Math.PI) / 100;
const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * One mark as SVG. Marks of one kind have the same elements with the same attributes. Where a mark is, is said by the
 * transform of its element alone, and a text's is that of a group around it: so a browser can move it without laying out
 * a text or painting anything again.
 */
export function shapeOf(mark: Mark, regard: Regard): Shape {
  const { kind, n } = mark;
  const common = commonOf(mark, regard);
  const { w = 0, h = 0, corner = 0, turn = 0 } = n;
  switch (kind) {
    case "text":
      return { tag: "g", attributes: { ...common, transform: moved(n, turn) }, children: [wordsOf(mark)] };
    case "tile":
      return pathOf(common, tileOutline(n), moved(n, n.k !== undefined && n.k < 0 ? turn + Math.PI : turn));
    case "pill": {
      const box = {
        x: round(-w / 2),
        y: round(-h / 2),
        width: round(w),
        height: round(h),
        rx: n.corner ?? h / 2,
      };
      return {
        tag: "g",
        attributes: { ...common, transform: moved(n) },
        children: [{ tag: "rect", attributes: box }, wordsOf(mark)],
      };
    }
    case "rect":
      return {
        tag: "rect",
        attributes: { ...common, transform: moved(n), width: round(w), height: round(h), rx: corner },
      };
    case "circle":
      return { tag: "circle", attributes: { ...common, transform: moved(n), r: round(n.r ?? 0) } };
    case "line": {
      const { x = 0, y = 0, x1 = 0, y1 = 0 } = n;
      return {
        tag: "line",
        attributes: { ...common, transform: moved(n), x2: round(x1 - x), y2: round(y1 - y) },
      };
    }
    case "arc":
      return pathOf(common, arcOutline(n), `translate(${round(n.cx ?? 0)} ${round(n.cy ?? 0)})`);
    case "path":
      return pathOf(common, mark.path, moved(n));
    case "arrow": {
      const { x, y, turn, length } = arrowPlace(n);
      return pathOf(common, arrowOutline(length), moved({ x, y }, turn));
    }
  }
}

/** @param turn in radians, clockwise */
function moved(n: Mark["n"], turn = 0): string {
  const { x, y } = placeOf(n);
  return `translate(${round(x)} ${round(y)})${turn === 0 ? "" : ` rotate(${degrees(turn)})`}`;
}

function commonOf({ key, kind, style, n, action, subject }: Mark, { lit, stop, picking }: Regard) {
  return {
    class: `mark ${kind} ${style}${lit ? " lit" : ""}${n.opacity === 0 ? " unseen" : ""}`,
    opacity: n.opacity,
    "data-key": action || subject ? key : undefined,
    role: action && (picking ? "button" : "img"),
    "aria-label": action?.name,
    tabindex: action && (stop ? 0 : -1),
    "aria-hidden": action ? undefined : "true",
  };
}

function pathOf(common: Shape["attributes"], d: string | undefined, transform: string | undefined): Shape {
  return { tag: "path", attributes: { ...common, d, transform } };
}

function wordsOf({ n: { size = 12 }, text = "", full, anchor = "middle" }: Mark): Shape {
  return {
    tag: "text",
    attributes: { "text-anchor": anchor, y: round(size * TO_BASELINE) },
    words: { text, title: full, size: round(size) },
  };
}

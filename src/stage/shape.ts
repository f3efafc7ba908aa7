import type { Mark } from "./mark.ts";
import { arcOutline, arrowOutline, tileOutline } from "./outline.ts";
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

/** One mark as SVG. Marks of one kind have the same elements with the same attributes. */
export function shapeOf(mark: Mark, regard: Regard): Shape {
  const { kind, n } = mark;
  const common = commonOf(mark, regard);
  const { x, y } = placeOf(n);
  const { w = 0, h = 0, corner = 0, turn = 0 } = n;
  switch (kind) {
    case "text":
      return textOf(mark, common);
    case "tile": {
      const angle = degrees(n.k !== undefined && n.k < 0 ? turn + Math.PI : turn);
      return pathOf(common, tileOutline(n), `translate(${round(x)} ${round(y)}) rotate(${angle})`);
    }
    case "pill": {
      const box = { x: round(x - w / 2), y: round(y - h / 2), width: w, height: h, rx: n.corner ?? h / 2 };
      return {
        tag: "g",
        attributes: common,
        children: [{ tag: "rect", attributes: box }, textOf(mark, { class: "words" })],
      };
    }
    case "rect":
      return {
        tag: "rect",
        attributes: { ...common, x: round(x), y: round(y), width: round(w), height: round(h), rx: corner },
      };
    case "circle":
      return { tag: "circle", attributes: { ...common, cx: round(x), cy: round(y), r: round(n.r ?? 0) } };
    case "line": {
      const [x2, y2] = [round(n.x1 ?? 0), round(n.y1 ?? 0)];
      return { tag: "line", attributes: { ...common, x1: round(x), y1: round(y), x2, y2 } };
    }
    case "arc":
      return pathOf(common, arcOutline(n), `translate(${n.cx ?? 0} ${n.cy ?? 0})`);
    case "path":
      return pathOf(common, mark.path, `translate(${round(x)} ${round(y)})`);
    case "arrow":
      return pathOf(common, arrowOutline(n), undefined);
  }
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

function textOf({ n, text = "", full, anchor = "middle" }: Mark, common: Shape["attributes"]): Shape {
  const { x, y } = placeOf(n);
  const { size = 12, turn = 0 } = n;
  const turned = turn === 0 ? "" : ` rotate(${degrees(turn)})`;
  return {
    tag: "text",
    attributes: {
      ...common,
      "text-anchor": anchor,
      transform: `translate(${round(x)} ${round(y)})${turned}`,
      y: round(size * TO_BASELINE),
    },
    words: { text, title: full, size: round(size) },
  };
}

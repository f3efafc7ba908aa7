import { memo } from "react";
import { sameMark } from "./between.ts";
import type { Mark } from "./mark.ts";
import { arcOutline, tileOutline } from "./outline.ts";
import { placeOf, polar } from "./place.ts";

interface ShapeProps {
  readonly mark: Mark;
  /** Its subject is pointed at, here or in another pane. */
  readonly lit: boolean;
  /** Of a mark with an action: whether Tab stops at it. */
  readonly stop: boolean;
  readonly picking: boolean;
}

/** From the middle of a line of text to its baseline, as a share of the font size. */
const TO_BASELINE = 0.36;
const degrees = (radians: number): number => Math.round((radians * 18000) / Math.PI) / 100;
const round = (value: number): number => Math.round(value * 100) / 100;

/** One mark as SVG. It renders again only when the mark looks different. */
export const Shape = memo(ShapeOnce, (before, after) => {
  return (
    before.lit === after.lit &&
    before.stop === after.stop &&
    before.picking === after.picking &&
    sameMark(before.mark, after.mark)
  );
});

function ShapeOnce({ mark, lit, stop, picking }: ShapeProps) {
  const { action, subject } = mark;
  const common = {
    className: `mark ${mark.kind} ${mark.style}${lit ? " lit" : ""}${mark.n.opacity === 0 ? " unseen" : ""}`,
    opacity: mark.n.opacity,
    "data-key": action || subject ? mark.key : undefined,
    ...(action
      ? { role: picking ? "button" : "img", "aria-label": action.name, tabIndex: stop ? 0 : -1 }
      : { "aria-hidden": true }),
  };
  const { x, y } = placeOf(mark.n);
  const { w = 0, h = 0, corner = 0, turn = 0 } = mark.n;
  switch (mark.kind) {
    case "text":
      return <Words mark={mark} common={common} />;
    case "tile":
      return (
        <path
          {...common}
          d={tileOutline(mark.n)}
          transform={`translate(${round(x)} ${round(y)}) rotate(${degrees(mark.n.k !== undefined && mark.n.k < 0 ? turn + Math.PI : turn)})`}
        />
      );
    case "pill":
      return (
        <g {...common}>
          <rect x={round(x - w / 2)} y={round(y - h / 2)} width={w} height={h} rx={mark.n.corner ?? h / 2} />
          <Words mark={mark} common={{ className: "words" }} />
        </g>
      );
    case "rect":
      return <rect {...common} x={round(x)} y={round(y)} width={round(w)} height={round(h)} rx={corner} />;
    case "circle":
      return <circle {...common} cx={round(x)} cy={round(y)} r={round(mark.n.r ?? 0)} />;
    case "line":
      return (
        <line {...common} x1={round(x)} y1={round(y)} x2={round(mark.n.x1 ?? 0)} y2={round(mark.n.y1 ?? 0)} />
      );
    case "arc":
      return (
        <path
          {...common}
          d={arcOutline(mark.n)}
          transform={`translate(${mark.n.cx ?? 0} ${mark.n.cy ?? 0})`}
        />
      );
    case "path":
      return <path {...common} d={mark.path} transform={`translate(${round(x)} ${round(y)})`} />;
    case "arrow":
      return <path {...common} d={arrowOutline(mark.n)} />;
  }
}

function Words({ mark, common }: { readonly mark: Mark; readonly common: object }) {
  const { x, y } = placeOf(mark.n);
  const { size = 12, turn = 0 } = mark.n;
  return (
    <text
      {...common}
      // As a style, so that no rule for words of a page can make it larger than it was measured.
      style={{ fontSize: `${round(size)}px` }}
      textAnchor={mark.anchor ?? "middle"}
      transform={`translate(${round(x)} ${round(y)})${turn === 0 ? "" : ` rotate(${degrees(turn)})`}`}
      y={round(size * TO_BASELINE)}
    >
      {mark.text}
      {mark.full === undefined ? null : <title>{mark.full}</title>}
    </text>
  );
}

/** A shaft and a solid head, whose length and width follow from the arrow's length. */
function arrowOutline({
  cx,
  cy = 0,
  a = 0,
  r0 = 0,
  r1 = 0,
  x = 0,
  y = 0,
  x1 = 0,
  y1 = 0,
}: Mark["n"]): string {
  const start = cx === undefined ? { x, y } : polar(cx, cy, r0, a);
  const end = cx === undefined ? { x: x1, y: y1 } : polar(cx, cy, r1, a);
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length < 0.5) return "";
  const [ux, uy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const head = Math.min(14, length * 0.55);
  const at = (along: number, aside: number): string =>
    `${round(end.x - ux * along - uy * aside)},${round(end.y - uy * along + ux * aside)}`;
  const [wing, half] = [head * 0.48, Math.max(0.8, Math.min(1.6, head * 0.13))];
  return (
    `M${at(0, 0)}L${at(head, wing)}L${at(head * 0.86, half)}L${at(length, half)}` +
    `L${at(length, -half)}L${at(head * 0.86, -half)}L${at(head, -wing)}Z`
  );
}

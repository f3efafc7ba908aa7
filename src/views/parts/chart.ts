import { area, curveMonotoneX, line } from "d3";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";

/** The rectangle that a chart is plotted in, in px. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const digits = 2;

/** A smooth line through places, as a mark. */
export function lineMark(key: string, places: readonly Point[], style: string, smooth = true): Mark {
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(digits);
  const path = (smooth ? draw.curve(curveMonotoneX) : draw)([...places]) ?? "";
  return { key, kind: "path", n: { x: 0, y: 0 }, style: `graph ${style}`, path };
}

/** The area between places and a level below them. */
export function areaMark(key: string, places: readonly Point[], floor: number, style: string): Mark {
  const draw = area<Point>(
    ({ x }) => x,
    floor,
    ({ y }) => y,
  )
    .digits(digits)
    .curve(curveMonotoneX);
  return { key, kind: "path", n: { x: 0, y: 0 }, style: `area ${style}`, path: draw([...places]) ?? "" };
}

/** A straight line. */
export function ruleMark(key: string, from: Point, to: Point, style: string): Mark {
  return { key, kind: "line", n: { ...from, x1: to.x, y1: to.y }, style };
}

/** One step of a chart: a value that holds from one x to another. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** Values that hold for a while each, as level lines joined where they touch; a gap stays a gap. */
export function stepMark(key: string, steps: readonly Step[], style: string): Mark {
  return {
    key,
    kind: "path",
    n: { x: 0, y: 0 },
    style: `graph ${style}`,
    path: stepLine()(corners(steps)) ?? "",
  };
}

/** The area between steps and a level below them. */
export function stepAreaMark(key: string, steps: readonly Step[], floor: number, style: string): Mark {
  const draw = area<Corner>(
    ({ x }) => x,
    floor,
    ({ y }) => y ?? floor,
  )
    .defined(({ y }) => y !== null)
    .digits(digits);
  return { key, kind: "path", n: { x: 0, y: 0 }, style: `area ${style}`, path: draw(corners(steps)) ?? "" };
}

interface Corner {
  readonly x: number;
  readonly y: number | null;
}

function stepLine() {
  return line<Corner>(
    ({ x }) => x,
    ({ y }) => y ?? 0,
  )
    .defined(({ y }) => y !== null)
    .digits(digits);
}

/** The ends of the steps in turn, those of equal height joined into one. */
function corners(steps: readonly Step[]): Corner[] {
  const places: Corner[] = [];
  let end: Step | undefined;
  for (const step of steps) {
    const joins = end !== undefined && step.from - end.to < 0.01;
    if (end !== undefined && !joins) places.push({ x: end.to, y: null });
    if (joins && end?.y === step.y) places.pop();
    else places.push({ x: step.from, y: step.y });
    places.push({ x: step.to, y: step.y });
    end = step;
  }
  return places;
}

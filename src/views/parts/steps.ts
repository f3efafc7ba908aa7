import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";

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
    path: pieces(steps).map(pathOf).join(""),
  };
}

/** The area between steps and a level below them. */
export function stepAreaMark(key: string, steps: readonly Step[], floor: number, style: string): Mark {
  const path = pieces(steps).map((corners) => {
    const below = [corners.at(-1), corners[0]].map((corner) => ({ x: corner?.x ?? 0, y: floor }));
    return `${pathOf([...corners, ...below])}Z`;
  });
  return { key, kind: "path", n: { x: 0, y: 0 }, style: `area ${style}`, path: path.join("") };
}

/** Straight from each place to the next. d3-shape would bring all its curves with it: 5 kB. */
function pathOf(places: readonly Point[]): string {
  return places.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${rounded(x)},${rounded(y)}`).join("");
}

function rounded(px: number): number {
  return Math.round(px * 100) / 100;
}

/** The ends of the steps in turn, those of equal height joined into one; a new piece after each gap. */
function pieces(steps: readonly Step[]): Point[][] {
  const all: Point[][] = [];
  let end: Step | undefined;
  for (const step of steps) {
    if (end === undefined || step.from - end.to >= 0.01) all.push([]);
    const corners = all.at(-1) as Point[];
    if (corners.length > 0 && end?.y === step.y) corners.pop();
    else corners.push({ x: step.from, y: step.y });
    corners.push({ x: step.to, y: step.y });
    end = step;
  }
  return all;
}

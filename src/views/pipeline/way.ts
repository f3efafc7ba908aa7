import type { FailureState, StageState } from "../../engine/systems/failures/failure-state.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { type Plot, ruleMark } from "../parts/chart.ts";
import type { Measures } from "./measures.ts";
import { tile } from "./tile.ts";

/** The lines between stages, what is under way on them, and what leaves. */
export function way(state: FailureState, measures: Measures): Mark[] {
  return [...links(state, measures), ...flights(state, measures), ...departure(state, measures)];
}

const middleX = ({ left, right }: Plot): number => (left + right) / 2;
const middleY = ({ top, bottom }: Plot): number => (top + bottom) / 2;

/** Where an item goes out of one stage and into another. */
function ends(from: Plot, to: Plot, across: boolean): readonly [Point, Point] {
  if (!across)
    return [
      { x: middleX(from), y: from.bottom },
      { x: middleX(from), y: to.top },
    ];
  // Where one column has more stages than the other, the lines fan out.
  const y = from.bottom - from.top >= to.bottom - to.top ? middleY(to) : middleY(from);
  return [
    { x: from.right, y },
    { x: to.left, y },
  ];
}

function nextOf(stages: readonly StageState[], stage: StageState): readonly StageState[] {
  const columns = [...new Set(stages.map(({ column }) => column))];
  const column = columns[columns.indexOf(stage.column) + 1];
  return stages.filter((other) => other.column === column);
}

function links(state: FailureState, { cards, across, gap, type }: Measures): Mark[] {
  const { stages, remedy } = state;
  return stages.flatMap((stage) =>
    nextOf(stages, stage).flatMap((next) => {
      const [from, to] = [cards.get(stage.name), cards.get(next.name)];
      if (from === undefined || to === undefined || (!across && to.top < from.bottom)) return [];
      const [start, end] = ends(from, to, across);
      // On a phone only neighbours are joined: a line past another stage would run through it.
      if (!across && end.y - start.y > gap * 1.5) return [];
      const key = `link:${stage.name}:${next.name}`;
      if (remedy.gate !== null && remedy.stage === next.name) return gate(key, start, end, remedy.gate, type);
      return [ruleMark(key, start, end, `link${next.open ? "" : " closed"}`)];
    }),
  );
}

/** A switch in the line: shut it lets pass, up it does not. */
function gate(
  key: string,
  start: Point,
  end: Point,
  does: "passes" | "blocks" | "tries",
  type: number,
): Mark[] {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const arm = Math.min(length * 0.6, type * 1.6);
  const knob = Math.min(3, arm * 0.22);
  const along = (share: number): Point => ({ x: start.x + dx * share, y: start.y + dy * share });
  const [a, b] = [(length - arm) / 2 / length, (length + arm) / 2 / length];
  const [hinge, contact] = [along(a), along(b)];
  const lift = does === "passes" ? 0 : does === "tries" ? 0.35 : 0.75;
  const tip = {
    x: hinge.x + arm * (ux * Math.cos(lift) + uy * Math.sin(lift)),
    y: hinge.y + arm * (uy * Math.cos(lift) - ux * Math.sin(lift)),
  };
  const dot = (name: string, { x, y }: Point): Mark => ({
    key: `${key}:${name}`,
    kind: "circle",
    n: { x, y, r: knob },
    style: `gate ${does}`,
  });
  return [
    ruleMark(key, start, hinge, "link"),
    ruleMark(`${key}:after`, contact, end, "link"),
    ruleMark(`${key}:arm`, hinge, tip, `gate ${does}`),
    dot("hinge", hinge),
    dot("contact", contact),
  ];
}

/** Items between two stages, as far along as their time has come. */
function flights({ flying, time }: FailureState, { cards, across, gap }: Measures): Mark[] {
  const side = Math.max(5, Math.min(12, gap * 0.3));
  return flying.flatMap(({ item, from, to, since, until }) => {
    const [start, end] = [cards.get(from), to === null ? undefined : cards.get(to)];
    if (start === undefined || end === undefined) return [];
    const [a, b] = ends(start, end, across);
    const share = until <= since ? 1 : Math.min(1, Math.max(0, (time - since) / (until - since)));
    return tile(item, { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, w: side, h: side });
  });
}

/** The item that left at this moment: finished ones go on to the right, lost ones fall out below, refused ones never got in. */
function departure({ leaving }: FailureState, { cards, across, gap }: Measures): Mark[] {
  const box = leaving === null ? undefined : cards.get(leaving.stage);
  if (leaving === null || box === undefined) return [];
  const { item, how } = leaving;
  const side = Math.max(5, Math.min(12, gap * 0.3));
  const isFinished = how === "done" || how === "late" || how === "fallback";
  const out = gap * 0.3;
  const x = !across
    ? isFinished
      ? box.right - side
      : box.left + side
    : isFinished
      ? box.right + out
      : how === "refused"
        ? box.left - out
        : middleX(box);
  const y = across && how !== "dropped" && how !== "lost" ? middleY(box) : box.bottom;
  const style = isFinished
    ? how === "done"
      ? " taken"
      : " stray"
    : how === "refused"
      ? " refused"
      : " dying";
  return tile(item, { x, y, w: side, h: side }, style);
}

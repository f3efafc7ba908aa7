import type { StrategyName } from "../../engine/structures/backpressure-strategies.ts";
import type { LaneState } from "../../engine/systems/backpressure/lane-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitting } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import type { Measures } from "./measures.ts";

/** A slot narrower than this is not drawn by itself, in px. */
const LEAST_SLOT = 3.5;

/**
 * The buffer as a queue: jobs come in on the left, the oldest is on the right beside the consumer. In front of it is how many wait;
 * what is lost falls out below.
 */
export function strip(
  name: StrategyName,
  state: LaneState,
  at: { readonly top: number; readonly middle: number },
  { strip, row, small }: Pick<Measures, "strip" | "row" | "small">,
): Mark[] {
  if (strip === null) return [];
  const high = Math.min(row * 0.56, small * 1.7);
  const hue = `strategy-${name}`;
  const right = strip.right - high * 1.5;
  const box = { x: strip.left, y: at.middle - high / 2, w: right - strip.left, h: high };
  const slot = box.w / state.capacity;
  const gap = Math.min(1.5, slot * 0.12);
  const tile = (
    job: number,
    x: number,
    w: number,
    style: string,
    y = at.middle,
    more: Partial<Mark> = {},
  ): Mark => ({
    key: `${name}:job:${job}`,
    kind: "rect",
    n: { x, y: y - (high - 4) / 2, w, h: high - 4, corner: 2 },
    style: `item ${hue} ${style}`,
    ...more,
  });
  const place = (fromOldest: number): number => right - (fromOldest + 1) * slot + gap;
  const wide = slot - 2 * gap;
  const single = slot >= LEAST_SLOT;
  const marks: Mark[] = [
    { key: `${name}:bed`, kind: "rect", n: { ...box, corner: 3 }, style: "bed" },
    ...waiting(name, state, strip.left, at.middle, small),
  ];
  if (single) {
    const walls = Array.from({ length: state.capacity - 1 }, (_, i) => {
      const x = Math.round((box.x + (i + 1) * slot) * 100) / 100;
      return `M${x} ${box.y + 3}V${box.y + high - 3}`;
    });
    marks.push({
      key: `${name}:walls`,
      kind: "path",
      n: { x: 0, y: 0 },
      style: "grid",
      path: walls.join(""),
    });
    for (let i = 0; i < state.depth; i++) {
      const job = state.slots.at((state.tail + i) % state.capacity);
      if (job === null || job === undefined) continue;
      const enter = { x: strip.left - wide, opacity: 0 };
      marks.push(tile(job, place(i), wide, "", at.middle, { enter }));
    }
  } else {
    const full = (box.w * state.depth) / state.capacity;
    marks.push({
      key: `${name}:level`,
      kind: "rect",
      n: { x: right - full, y: box.y + 2, w: full, h: high - 4, corner: 2 },
      style: `item ${hue}`,
    });
    // The text stands on one ground: in the larger of the free and the taken part.
    const isMostlyFull = full * 2 >= box.w;
    const size = Math.min(small, high * 0.8);
    const room = Math.max(full, box.w - full) - 6;
    marks.push(
      ...line({
        key: `${name}:taken`,
        text: fitting([`${grouped(state.depth)} of ${grouped(state.capacity)}`, grouped(state.depth)], room, {
          size,
        }),
        x: isMostlyFull ? right - full / 2 : box.x + (box.w - full) / 2,
        y: at.middle,
        size,
        room,
        anchor: "middle",
      }),
    );
  }
  const served = Math.max(6, Math.min(high - 4, 14));
  const desk = strip.right - high * 0.5;
  marks.push({
    key: `${name}:desk`,
    kind: "circle",
    n: { x: desk, y: at.middle, r: high * 0.5 },
    style: "bed",
  });
  if (state.serving !== null)
    marks.push(
      tile(state.serving, desk - served / 2, served, "fresh", at.middle, {
        leave: { x: desk + high, opacity: 0 },
      }),
    );
  const { losing } = state;
  if (losing !== null) {
    const side = Math.max(4, Math.min(wide, high));
    const x = losing.how === "evicted" ? right - side : strip.left - side - 3;
    const y = at.middle + Math.min(row * 0.34, high * 0.7);
    marks.push(
      tile(losing.job, x, side, "dying", y, {
        enter: { x, y: at.middle - high / 2, opacity: 1 },
        leave: { y: at.middle + row * 0.7, opacity: 0 },
      }),
    );
  }
  return marks;
}

function waiting(name: StrategyName, { outside }: LaneState, right: number, y: number, size: number): Mark[] {
  if (outside === 0) return [];
  return line({
    key: `${name}:outside`,
    text: `${grouped(outside)} wait`,
    x: right - 5,
    y,
    size,
    room: size * 4.4,
    style: "bold write",
    anchor: "end",
  });
}

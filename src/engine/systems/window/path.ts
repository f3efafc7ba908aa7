import type { Position } from "./position-history-state.ts";

/** How far the player runs in one tick, in cm: 10 cm in a sixtieth of a second are 6 m/s. */
const STRIDE = 10;

/** The corners of the round that the player runs, in cm. Its sides run straight across or straight down. */
const CORNERS: readonly Position[] = [
  { x: 300, y: 300 },
  { x: 2_100, y: 300 },
  { x: 2_100, y: 900 },
  { x: 1_200, y: 900 },
  { x: 1_200, y: 600 },
  { x: 300, y: 600 },
];

/** The ground that the round lies on, in cm. */
export const WORLD = Object.freeze({ width: 2_400, height: 1_200 });

const sides = CORNERS.map((from, i) => {
  const to = CORNERS[(i + 1) % CORNERS.length] as Position;
  return { from, to, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) };
});
const ROUND = sides.reduce((sum, { length }) => sum + length, 0);

/** Where the player is at a tick, counted from 0. A round takes eight seconds. */
export function positionAt(tick: number): Position {
  let along = (tick * STRIDE) % ROUND;
  for (const { from, to, length } of sides) {
    if (along < length) {
      return Object.freeze({
        x: from.x + Math.sign(to.x - from.x) * along,
        y: from.y + Math.sign(to.y - from.y) * along,
      });
    }
    along -= length;
  }
  throw new Error("a place along the round lies on one of its sides");
}

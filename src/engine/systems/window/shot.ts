import type { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import type { Position, Shot } from "./position-history-state.ts";

/** Positions a second. */
export const RATE = 60;

/** A shot hits when it passes within this many cm of the player. */
export const RADIUS = 40;

/**
 * Judge a shot by what the shooter saw: his picture was `ping` ms old, so look up where the player was then.
 *
 * @param history one position a tick; the newest is where the player is now, so there must be one
 */
export function judge(history: OverwritingRingBuffer<Position>, ping: number): Shot {
  const ticks = Math.round((ping * RATE) / 1_000);
  const index = history.totalWritten - 1 - ticks;
  const [now] = history.getRecent(1) as [Position];
  const then = index < 0 ? null : (history.getWindow(index, 1)[0] ?? null);
  const seen = { ping, ticks, index, then, now };
  if (then === null) {
    const words =
      index < 0
        ? `${ping} ms ago the game had not begun. Nobody was seen, so the shot is refused.`
        : `The window goes back ${Math.floor(((history.size - 1) * 1_000) / RATE)} ms. Where the player was ${ping} ms ago is overwritten, so the shot is refused.`;
    return { ...seen, distance: null, hitNow: null, verdict: "refused", words };
  }
  const distance = distanceBetween(then, now);
  const hitNow = distance <= RADIUS;
  const words = hitNow
    ? `Hit. In ${ping} ms the player has moved ${distance} cm, not more than the ${RADIUS} cm of a hit: without a history the server would say the same.`
    : `Hit. The shooter saw where the player was ${ping} ms ago, and aimed there. Since then the player has moved ${distance} cm: without a history the server would call this a miss.`;
  return { ...seen, distance, hitNow, verdict: "hit", words };
}

/** In whole cm, rounded down, by whole-number arithmetic alone. */
function distanceBetween(a: Position, b: Position): number {
  const square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
  let root = square;
  for (let next = (root + 1) >> 1; next < root; next = (root + Math.floor(square / root)) >> 1) root = next;
  return root;
}

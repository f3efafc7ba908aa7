import type { Pace } from "../pace/pace.ts";

/** One picture of a film: what is shown, and for how long in ms. */
export interface Shot {
  readonly playhead: number;
  readonly duration: number;
}

export interface Cut {
  /** The first and the last position shown. */
  readonly from: number;
  readonly to: number;
  /** Pictures a second while something moves. */
  readonly rate: number;
  /** How many times faster than at 1×. */
  readonly speed: number;
}

/** So that the last picture can be looked at. */
const LAST = 1_500;

/** The pictures of a film of part of a line, as they follow each other when it is played. What stands still is one picture. */
export function shotsOf(pace: Pace, { from, to, rate, speed }: Cut): readonly Shot[] {
  const shots: Shot[] = [];
  const show = (playhead: number, duration: number) => {
    const last = shots.at(-1);
    if (last?.playhead === playhead)
      shots[shots.length - 1] = { playhead, duration: last.duration + duration };
    else if (duration > 0) shots.push({ playhead, duration });
  };
  for (let position = from; position < to; position++) {
    show(position, pace.hold(position) / speed);
    const way = pace.transition(position + 1) / speed;
    const count = Math.round((way * rate) / 1000);
    for (let shot = 0; shot < count; shot++) show(position + shot / count, way / count);
  }
  show(to, Math.max(LAST, pace.hold(to) / speed));
  return shots;
}

/** How long a film lasts, in ms. */
export function lengthOf(shots: readonly Shot[]): number {
  return shots.reduce((sum, { duration }) => sum + duration, 0);
}

/** How time passes along a line: how long it takes to reach each moment, and how long to stay there. In ms at 1×. */
export interface Pace {
  /** The last position. */
  readonly last: number;
  /** The time from the moment before it. */
  transition(position: number): number;
  hold(position: number): number;
}

/** Where the playhead stands, and how long it has been standing there. */
export interface Place {
  readonly playhead: number;
  readonly held: number;
}

/** Played backwards nobody reads: a moment is held this long at most. */
const HELD_BACKWARDS = 160;

/**
 * Move a place on by some time.
 *
 * @param barrier a position that play does not go beyond by itself, such as an open question
 */
export function forwards(pace: Pace, place: Place, ms: number, barrier = pace.last): Place {
  const end = Math.min(pace.last, barrier);
  let position = Math.floor(place.playhead);
  let fraction = place.playhead - position;
  let { held } = place;
  let left = ms;
  while (true) {
    if (fraction === 0) {
      if (position >= end && end < pace.last) return { playhead: position, held };
      const stay = Math.max(0, pace.hold(position) - held);
      if ((stay > 0 && left <= stay) || position >= pace.last)
        return { playhead: position, held: held + Math.min(left, stay) };
      left -= stay;
    }
    const whole = pace.transition(position + 1);
    const rest = whole * (1 - fraction);
    if (left < rest) return { playhead: position + fraction + left / whole, held: 0 };
    left -= rest;
    position += 1;
    fraction = 0;
    held = 0;
  }
}

/** Move a place back by some time. */
export function backwards(pace: Pace, place: Place, ms: number): Place {
  let position = Math.floor(place.playhead);
  let fraction = place.playhead - position;
  let held = Math.min(place.held, HELD_BACKWARDS);
  let left = ms;
  while (true) {
    if (fraction === 0) {
      if (position <= 0) return { playhead: 0, held: 0 };
      if (held > 0 && left <= held) return { playhead: position, held: held - left };
      left -= held;
      position -= 1;
      fraction = 1;
    }
    const whole = pace.transition(position + 1);
    const rest = whole * fraction;
    if (left < rest) return { playhead: position + fraction - left / whole, held: 0 };
    left -= rest;
    fraction = 0;
    held = Math.min(pace.hold(position), HELD_BACKWARDS);
  }
}

/** True when play has nowhere to go from a place. */
export function isOver(pace: Pace, { playhead, held }: Place): boolean {
  return playhead >= pace.last && held >= pace.hold(pace.last);
}

/** The same time in whole steps: nothing is seen on its way, it is there after the time the way takes. */
export function withoutMotion(pace: Pace): Pace {
  return {
    last: pace.last,
    transition: () => 0,
    hold: (position) => pace.hold(position) + (position < pace.last ? pace.transition(position + 1) : 0),
  };
}

import type { Line } from "../line/line.ts";
import type { Pace } from "./pace.ts";
import { transitionTime } from "./transition-time.ts";

/** The pace of a run by hand: nobody speaks, so nothing is held. */
export function handPace(line: Line): Pace {
  return {
    last: line.length - 1,
    transition: (position) =>
      position < 1 || position >= line.length
        ? 0
        : transitionTime(line.at(position - 1).frame, line.at(position).frame),
    hold: () => 0,
  };
}

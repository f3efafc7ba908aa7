import type { Exercise } from "../../engine/practice/exercise.ts";
import type { Line } from "../line/line.ts";
import { handPace } from "../pace/hand-pace.ts";
import type { Pace } from "../pace/pace.ts";

/** How long each move of the answer is on show, and how long anything else may take, in ms. */
const SHOWN = 1_100;
const PASSED_OVER = 40;

/** The pace of a model answer: it holds at each move, and hurries over what asks for none. */
export function answerPace({ steps }: Exercise, line: Line): Pace {
  const pace = handPace(line);
  const moves = new Set(steps.map(({ frame }) => frame));
  return {
    last: pace.last,
    transition: (position) =>
      moves.has(position) ? pace.transition(position) : Math.min(PASSED_OVER, pace.transition(position)),
    hold: (position) => (moves.has(position) && position < pace.last ? SHOWN : 0),
  };
}

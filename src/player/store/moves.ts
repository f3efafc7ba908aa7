import { type Input, isDrive, type Recording } from "../../engine/index.ts";

/** One thing that was done in a run: a step of a kernel, or a whole operation. */
export interface Move {
  /** Its last frame. */
  readonly frame: number;
  /** Who moved in a step of a kernel, null for the clock; undefined for an operation. */
  readonly thread: string | null | undefined;
  /** What does just this, after what was done before. */
  readonly input: Input;
}

/** What was done in a run after a frame, move by move. */
export function* movesOf(recording: Recording, after = 0): Generator<Move> {
  for (let index = after + 1; index < recording.length; index++) {
    const { cause, time } = recording.frame(index);
    const end = recording.endOf(cause.input);
    const { process: thread } = cause;
    if (!isDrive(cause.operation) || thread === undefined) {
      // An operation is one move to its end; a run that was refused ends with a frame that no one has moved in.
      index = end;
      yield { frame: end, thread: undefined, input: recording.inputs[cause.input] as Input };
    } else if (thread !== null) {
      yield { frame: index, thread, input: { operation: "pick", values: { thread } } };
    } else {
      // The last frame of a run for some ms may be the clock's alone, up to the end of that time.
      const rest =
        "for" in cause.values && index === end ? time - recording.frame(index - 1).time : undefined;
      const values = rest === undefined ? { steps: 1 } : { for: rest };
      yield { frame: index, thread, input: { operation: "run", values } };
    }
  }
}

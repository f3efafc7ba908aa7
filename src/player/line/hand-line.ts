import type { Input, Recording } from "../../engine/index.ts";
import type { Moment, Scene } from "../../scenario/index.ts";
import type { Line, Stretch } from "./line.ts";
import { Operations } from "./operations.ts";

/**
 * A run by hand as a line: its positions are the frames, its steps the creation and then one for each operation.
 * A step's own place is the end of its operation. One line shows the recording as it was when the line was made.
 */
export class HandLine implements Line {
  readonly length: number;
  readonly steps: number;
  readonly #recording: Recording;
  readonly #scene: Scene;
  readonly #sceneIndex: number;
  readonly #operations: Operations;

  /** @param reach the last frame that is on the line: what comes after it is not to be seen yet */
  constructor(recording: Recording, scene: Scene, sceneIndex: number, reach = recording.length - 1) {
    this.#recording = recording;
    this.#scene = scene;
    this.#sceneIndex = sceneIndex;
    this.length = reach + 1;
    const begun = recording.inputs.flatMap(({ operation }, input) => {
      const [from, to] = [recording.startOf(input), recording.endOf(input)];
      return from > reach ? [] : [{ operation, from, to: Math.min(to, reach) }];
    });
    this.steps = begun.length + 1;
    this.#operations = Operations.along(begun);
  }

  at(position: number): Moment {
    const frame = this.#recording.frame(position);
    return { position, beat: frame.cause.input + 1, scene: this.#sceneIndex, frame };
  }

  stepAt(position: number): number {
    return this.#recording.frame(position).cause.input + 1;
  }

  opens(step: number): number {
    return this.ends(step);
  }

  ends(step: number): number {
    return Math.min(this.#recording.endOf(step - 1), this.length - 1);
  }

  get operations(): number {
    return this.#operations.length;
  }

  operation(index: number): Stretch {
    return this.#operations.at(index);
  }

  recording(): Recording {
    return this.#recording;
  }

  inputsAfter({ frame }: Moment): readonly Input[] {
    return this.#recording.inputs.slice(frame.cause.input + 1);
  }

  scene(): Scene {
    return this.#scene;
  }
}

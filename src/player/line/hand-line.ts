import type { Recording } from "../../engine/index.ts";
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

  constructor(recording: Recording, scene: Scene, sceneIndex: number) {
    this.#recording = recording;
    this.#scene = scene;
    this.#sceneIndex = sceneIndex;
    this.length = recording.length;
    this.steps = recording.inputs.length + 1;
    this.#operations = Operations.along(
      recording.inputs.map(({ operation }, input) => {
        return { operation, from: recording.startOf(input), to: recording.endOf(input) };
      }),
    );
  }

  at(position: number): Moment {
    const frame = this.#recording.frame(position);
    return { position, beat: frame.cause.input + 1, scene: this.#sceneIndex, frame };
  }

  stepAt(position: number): number {
    return this.#recording.frame(position).cause.input + 1;
  }

  opens(step: number): number {
    return this.#recording.endOf(step - 1);
  }

  ends(step: number): number {
    return this.#recording.endOf(step - 1);
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

  scene(): Scene {
    return this.#scene;
  }
}

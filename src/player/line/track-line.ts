import type { Input, Recording } from "../../engine/index.ts";
import type { Moment, Scene, Track } from "../../scenario/index.ts";
import type { Line, Stretch } from "./line.ts";
import { Operations } from "./operations.ts";

/** A chapter's track as a line: its steps are the beats. */
export class TrackLine implements Line {
  readonly track: Track;
  readonly #operations: Operations;

  constructor(track: Track) {
    this.track = track;
    this.#operations = Operations.along(track.beats.flatMap((_, beat) => [...track.operations(beat)]));
  }

  get length(): number {
    return this.track.length;
  }

  get steps(): number {
    return this.track.beats.length;
  }

  at(position: number): Moment {
    return this.track.at(position);
  }

  stepAt(position: number): number {
    return this.track.beatAt(position);
  }

  opens(step: number): number {
    return this.track.opens(step);
  }

  ends(step: number): number {
    return this.track.ends(step);
  }

  get operations(): number {
    return this.#operations.length;
  }

  operation(index: number): Stretch {
    return this.#operations.at(index);
  }

  recording({ scene }: Moment): Recording {
    return this.track.recording(scene);
  }

  inputsAfter({ scene, frame }: Moment): readonly Input[] {
    return this.track.inputs(scene).slice(frame.cause.input + 1);
  }

  scene({ scene }: Moment): Scene {
    return this.track.chapter.scenes[scene] as Scene;
  }
}

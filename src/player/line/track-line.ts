import type { Recording } from "../../engine/index.ts";
import type { Moment, Scene, Track } from "../../scenario/index.ts";
import type { Line, Stretch } from "./line.ts";

/** A chapter's track as a line: its steps are the beats. */
export class TrackLine implements Line {
  readonly track: Track;
  readonly #operations: readonly Stretch[];

  constructor(track: Track) {
    this.track = track;
    this.#operations = operationsOf(track);
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
    const operation = this.#operations[index];
    if (operation === undefined) throw new RangeError(`there is no operation ${index}`);
    return operation;
  }

  recording({ scene }: Moment): Recording {
    return this.track.recordings[scene] as Recording;
  }

  scene({ scene }: Moment): Scene {
    return this.track.chapter.scenes[scene] as Scene;
  }
}

function operationsOf(track: Track): Stretch[] {
  return track.beats.flatMap((beat, step) => {
    const opens = track.opens(step);
    if (beat.inputs.length === 0) return [];
    const { scene, frame } = track.at(opens);
    const recording = track.recordings[scene] as Recording;
    const shift = opens - frame.index;
    return beat.inputs.map((_, index) => {
      const input = frame.cause.input + 1 + index;
      return { from: recording.startOf(input) + shift, to: recording.endOf(input) + shift };
    });
  });
}

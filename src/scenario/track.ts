import { type Frame, Recording, type System } from "../engine/index.ts";
import type { Beat, Chapter, Scene } from "./episode.ts";

/** One place on a chapter's track. */
export interface Moment {
  readonly position: number;
  /** Index of the beat. */
  readonly beat: number;
  readonly scene: number;
  readonly frame: Frame;
}

interface Stretch {
  /** The position at which the beat opens: nothing has moved yet, its words are on show. */
  readonly opens: number;
  /** The position at which its last operation has ended. */
  readonly ends: number;
  readonly scene: number;
  /** The frame that stands when the beat opens. */
  readonly frame: number;
  /** How many inputs the scene has had when the beat has ended. */
  readonly inputs: number;
}

/**
 * A chapter as one line of moments that a playhead can stand on. Each beat opens with one moment of its own, so that
 * every sentence has a place, and then has a moment for every frame of its operations. Operations whose frames are counted
 * are run when they are looked at.
 */
export class Track {
  readonly chapter: Chapter;
  /** A recording for each scene. */
  readonly recordings: readonly Recording[];
  readonly #stretches: readonly Stretch[];

  /** @param systems every system that the chapter names, by id */
  constructor(chapter: Chapter, systems: ReadonlyMap<string, System>) {
    this.chapter = chapter;
    this.recordings = chapter.scenes.map((scene) => new Recording(setupOf(scene, systems)));
    const stretches: Stretch[] = [];
    let opens = 0;
    for (const beat of chapter.beats) {
      const recording = this.recordings[beat.scene];
      if (recording === undefined) throw new RangeError(`the chapter has no scene ${beat.scene}`);
      const frame = recording.length - 1;
      for (const [index, input] of beat.inputs.entries()) {
        const frames = beat.frames?.[index];
        if (frames === undefined) recording.do(input);
        else recording.schedule(input, frames);
      }
      const ends = opens + recording.length - 1 - frame;
      stretches.push({ opens, ends, scene: beat.scene, frame, inputs: recording.inputs.length });
      opens = ends + 1;
    }
    this.#stretches = stretches;
  }

  /** How many moments there are. */
  get length(): number {
    return (this.#stretches.at(-1)?.ends ?? -1) + 1;
  }

  get beats(): readonly Beat[] {
    return this.chapter.beats;
  }

  /** @throws RangeError outside 0 … length − 1 */
  at(position: number): Moment {
    const beat = this.beatAt(position);
    const { opens, scene, frame } = this.#stretch(beat);
    const recording = this.recordings[scene] as Recording;
    return { position, beat, scene, frame: recording.frame(frame + position - opens) };
  }

  /** The index of the beat that a position belongs to. @throws RangeError outside 0 … length − 1 */
  beatAt(position: number): number {
    if (!(Number.isInteger(position) && position >= 0 && position < this.length)) {
      throw new RangeError(`position must be from 0 to ${this.length - 1}; got ${position}`);
    }
    let low = 0;
    let high = this.#stretches.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#stretch(middle).ends < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The position at which a beat opens. @throws RangeError when there is no such beat */
  opens(beat: number): number {
    return this.#stretch(beat).opens;
  }

  /** The position at which a beat's last operation has ended. @throws RangeError when there is no such beat */
  ends(beat: number): number {
    return this.#stretch(beat).ends;
  }

  /**
   * A recording of its own that stands where a beat has ended, for a question or a change of course.
   *
   * @throws RangeError when there is no such beat
   */
  branch(beat: number): Recording {
    const { scene, inputs } = this.#stretch(beat);
    return (this.recordings[scene] as Recording).upTo(inputs);
  }

  #stretch(beat: number): Stretch {
    const stretch = this.#stretches[beat];
    if (stretch === undefined)
      throw new RangeError(`beat must be from 0 to ${this.#stretches.length - 1}; got ${beat}`);
    return stretch;
  }
}

function setupOf(scene: Scene, systems: ReadonlyMap<string, System>) {
  const system = systems.get(scene.system);
  if (system === undefined) throw new Error(`there is no system “${scene.system}”`);
  return { system, parameters: scene.parameters, seed: scene.seed };
}

import { type Frame, type Input, Recording, type System } from "../engine/index.ts";
import type { Beat, Chapter, Scene } from "./episode.ts";

/** One place on a chapter's track. */
export interface Moment {
  readonly position: number;
  /** Index of the beat. */
  readonly beat: number;
  readonly scene: number;
  readonly frame: Frame;
}

/** An operation, and where on a line it begins and ends. */
export interface Located {
  readonly operation: string;
  readonly from: number;
  readonly to: number;
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
 * are run when they are looked at; the system of a scene with nothing else may come until then.
 */
export class Track {
  readonly chapter: Chapter;
  readonly #systems: ReadonlyMap<string, System>;
  readonly #opening: Frame | undefined;
  readonly #recordings = new Map<number, Recording>();
  readonly #stretches: readonly Stretch[];

  /**
   * @param systems the systems that the chapter names, by id; those of scenes all of whose operations are counted may be
   *   put in later
   * @param opening the frame that the first beat opens with, where it is known without the system
   * @throws Error when another one is missing
   */
  constructor(chapter: Chapter, systems: ReadonlyMap<string, System>, opening?: Frame) {
    this.chapter = chapter;
    this.#systems = systems;
    this.#opening = opening;
    const stretches: Stretch[] = [];
    const done = chapter.scenes.map(() => ({ inputs: 0, frames: 1 }));
    let opens = 0;
    for (const { scene, inputs, frames } of chapter.beats) {
      const soFar = done[scene];
      if (soFar === undefined) throw new RangeError(`the chapter has no scene ${scene}`);
      const frame = soFar.frames - 1;
      soFar.inputs += inputs.length;
      soFar.frames = frames
        ? frames.reduce((sum, count) => sum + count, soFar.frames)
        : this.recording(scene).startOf(soFar.inputs);
      const ends = opens + soFar.frames - 1 - frame;
      stretches.push({ opens, ends, scene, frame, inputs: soFar.inputs });
      opens = ends + 1;
    }
    this.#stretches = stretches;
  }

  /** The last position that can be looked at: every system up to there has come. The opening may need none. */
  get reach(): number {
    const missing = this.chapter.beats.findIndex(({ scene }) => !this.#hasCome(scene));
    if (missing < 0) return this.length - 1;
    return missing === 0 && this.#opening !== undefined ? 0 : this.opens(missing) - 1;
  }

  /**
   * The recording of a scene, by its index.
   *
   * @throws RangeError when there is no such scene
   * @throws Error when its system has not come
   */
  recording(index: number): Recording {
    const known = this.#recordings.get(index);
    if (known !== undefined) return known;
    const scene = this.chapter.scenes[index];
    if (scene === undefined) throw new RangeError(`the chapter has no scene ${index}`);
    const recording = new Recording(setupOf(scene, this.#systems));
    for (const beat of this.chapter.beats) {
      if (beat.scene !== index) continue;
      for (const [at, input] of beat.inputs.entries()) {
        const frames = beat.frames?.[at];
        if (frames === undefined) recording.do(input);
        else recording.schedule(input, frames);
      }
    }
    this.#recordings.set(index, recording);
    return recording;
  }

  /** How many moments there are. */
  get length(): number {
    return (this.#stretches.at(-1)?.ends ?? -1) + 1;
  }

  get beats(): readonly Beat[] {
    return this.chapter.beats;
  }

  /** @throws RangeError outside 0 … length − 1, @throws Error beyond {@link reach} */
  at(position: number): Moment {
    const beat = this.beatAt(position);
    const { opens, scene, frame } = this.#stretch(beat);
    if (position === 0 && this.#opening !== undefined && !this.#hasCome(scene)) {
      return { position, beat, scene, frame: this.#opening };
    }
    const recording = this.recording(scene);
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

  /** What each input of a beat is, and the positions of its first and last frame. @throws RangeError when there is no such beat */
  *operations(beat: number): Generator<Located> {
    const { opens, scene, inputs: done } = this.#stretch(beat);
    const { inputs, frames } = this.chapter.beats[beat] as Beat;
    let from = opens + 1;
    for (const [at, { operation }] of inputs.entries()) {
      const input = done - inputs.length + at;
      const length =
        frames?.[at] ?? this.recording(scene).endOf(input) - this.recording(scene).endOf(input - 1);
      yield { operation, from, to: from + length - 1 };
      from += length;
    }
  }

  /**
   * A recording of its own that stands where a beat has ended, for a question or a change of course.
   *
   * @throws RangeError when there is no such beat
   */
  branch(beat: number): Recording {
    const { scene, inputs } = this.#stretch(beat);
    return this.recording(scene).upTo(inputs);
  }

  /** All that a scene is given to do, in order. */
  inputs(scene: number): readonly Input[] {
    return this.chapter.beats.flatMap((beat) => (beat.scene === scene ? beat.inputs : []));
  }

  #hasCome(scene: number): boolean {
    return this.#systems.has((this.chapter.scenes[scene] as Scene).system);
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

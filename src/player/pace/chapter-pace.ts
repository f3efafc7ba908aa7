import type { TrackLine } from "../line/track-line.ts";
import type { Pace, Place } from "./pace.ts";
import { readingTime } from "./reading-time.ts";
import { moveTime, transitionTime } from "./transition-time.ts";

/** A step's operations take no longer than this, however many they are. */
const LONGEST_ACTION = 4_500;
const BETWEEN_OPERATIONS = 140;
/** Each step of a kernel takes as long as any other: so a chapter's time is known before its steps are run. */
const A_STEP = 280;
const AFTER_A_STEP = 1_000;
/**
 * How far the reading times may be stretched or squeezed so that a chapter lasts as long as planned. They may be squeezed
 * a good deal, because a reader reads on while things move.
 */
const STRETCH = { least: 0.6, most: 1.8 };
/** How much of their usual time moves take at least. */
const FASTEST_MOVES = 0.5;

/** A chapter's pace, and its time: which moment is on show when. */
export class ChapterPace implements Pace {
  readonly last: number;
  /** The whole chapter at 1×, in ms. */
  readonly total: number;
  readonly #transitions: Float64Array;
  readonly #holds: Float64Array;
  /** When each moment is reached. */
  readonly #arrivals: Float64Array;

  constructor(line: TrackLine) {
    const { length } = line;
    this.last = length - 1;
    this.#transitions = new Float64Array(length);
    this.#holds = new Float64Array(length);
    for (let step = 0; step < line.steps; step++) this.#paceStep(line, step);
    this.#fit(line.track.chapter.duration * 1000);
    this.#arrivals = new Float64Array(length);
    let now = 0;
    for (let position = 0; position < length; position++) {
      now += this.transition(position);
      this.#arrivals[position] = now;
      now += this.hold(position);
    }
    this.total = now;
  }

  transition(position: number): number {
    return this.#transitions[position] ?? 0;
  }

  hold(position: number): number {
    return this.#holds[position] ?? 0;
  }

  /** When a place is on show, in ms from the chapter's start. */
  timeAt({ playhead, held }: Place): number {
    const position = Math.floor(playhead);
    const fraction = playhead - position;
    const arrival = this.#arrivals[position] ?? 0;
    if (fraction === 0) return arrival + Math.min(held, this.hold(position));
    return arrival + this.hold(position) + fraction * this.transition(position + 1);
  }

  /** The place that is on show at a time. */
  placeAt(ms: number): Place {
    const time = Math.min(Math.max(0, ms), this.total);
    let low = 0;
    let high = this.last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#arrivals[middle] ?? 0) <= time) low = middle;
      else high = middle - 1;
    }
    const held = time - (this.#arrivals[low] ?? 0);
    const over = held - this.hold(low);
    const way = this.transition(low + 1);
    if (over <= 0 || way === 0 || low === this.last)
      return { playhead: low, held: Math.min(held, this.hold(low)) };
    return { playhead: low + Math.min(over / way, 1), held: 0 };
  }

  #paceStep(line: TrackLine, step: number): void {
    const opens = line.opens(step);
    const ends = line.ends(step);
    const clocked = isClocked(line, step);
    let action = 0;
    const changes = line.track.beats[step]?.changes;
    let operation = 0;
    for (const { from, to } of line.track.operations(step)) {
      const counted = changes?.[operation++];
      for (let position = from; position <= to; position++) {
        const known = counted?.[position - from];
        if (clocked) this.#transitions[position] = A_STEP;
        else if (known !== undefined) this.#transitions[position] = moveTime(known);
        else
          this.#transitions[position] = transitionTime(line.at(position - 1).frame, line.at(position).frame);
        this.#holds[position] = !clocked && position === to ? BETWEEN_OPERATIONS : 0;
        action += this.transition(position) + this.hold(position);
      }
    }
    if (action > LONGEST_ACTION) {
      const squeeze = LONGEST_ACTION / action;
      for (let position = opens + 1; position <= ends; position++) {
        this.#transitions[position] = this.transition(position) * squeeze;
        this.#holds[position] = this.hold(position) * squeeze;
      }
    }
    const beat = line.track.beats[step];
    this.#holds[opens] = readingTime(beat?.text ?? []);
    if (ends > opens) this.#holds[ends] = AFTER_A_STEP;
  }

  /**
   * Stretch what is held, so that the chapter lasts as long as planned where that is sensible. Where too much happens for
   * that, things move faster too.
   */
  #fit(planned: number): void {
    const sum = (times: Float64Array) => times.reduce((total, time) => total + time, 0);
    const [held, moving] = [sum(this.#holds), sum(this.#transitions)];
    if (held === 0) return;
    const stretch = between(STRETCH.least, (planned - moving) / held, STRETCH.most);
    const haste = moving === 0 ? 1 : between(FASTEST_MOVES, (planned - held * stretch) / moving, 1);
    for (const [position, hold] of this.#holds.entries()) this.#holds[position] = hold * stretch;
    for (const [position, time] of this.#transitions.entries()) this.#transitions[position] = time * haste;
  }
}

function isClocked({ track }: TrackLine, step: number): boolean {
  const { scene = 0, frames, changes } = track.beats[step] ?? {};
  if (frames !== undefined) return changes === undefined;
  return track.recording(scene).setup.system.kernel !== undefined;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

import { holds } from "../engine/comparison/evaluate.ts";
import { printComparison } from "../engine/comparison/print.ts";
import {
  type Comparison,
  type Frame,
  type Input,
  isSettled,
  Recording,
  type System,
} from "../engine/index.ts";
import { type Allowance, TooMuch } from "./allowance.ts";
import { answerAt, factOf } from "./answer.ts";
import { practiceProblem } from "./check-practice.ts";
import type { Ask, Beat, Chapter, Expect, Scene } from "./episode.ts";
import type { Place, Places, Report } from "./problem.ts";

/**
 * Run a chapter to its end and note everything that is not as its text says: an unmet `expect`, a broken
 * invariant, an operation that fails, a question without one right answer.
 *
 * @param systems every system that the chapter names, by id
 * @param allowance how much the chapter may have done
 * @param onInput told of each operation before it is done
 */
export function checkChapter(
  chapter: Chapter,
  systems: ReadonlyMap<string, System>,
  report: Report,
  places: Places,
  allowance: Allowance,
  onInput?: (place: Place) => void,
): void {
  for (const [index, scene] of chapter.scenes.entries()) {
    const system = systems.get(scene.system);
    if (system === undefined) throw new Error(`there is no system “${scene.system}”`);
    const beats = chapter.beats.filter((beat) => beat.scene === index);
    new SceneCheck(scene, system, report, places, allowance, onInput).run(beats);
  }
}

class SceneCheck {
  readonly #scene: Scene;
  readonly #system: System;
  readonly #report: Report;
  readonly #places: Places;
  readonly #recording: Recording;
  readonly #allowance: Allowance;
  readonly #onInput: ((place: Place) => void) | undefined;
  readonly #broken = new Set<string>();

  constructor(
    scene: Scene,
    system: System,
    report: Report,
    places: Places,
    allowance: Allowance,
    onInput?: (place: Place) => void,
  ) {
    this.#scene = scene;
    this.#system = system;
    this.#report = report;
    this.#places = places;
    this.#allowance = allowance;
    this.#onInput = onInput;
    this.#recording = new Recording({ system, parameters: scene.parameters, seed: scene.seed });
  }

  run(beats: readonly Beat[]): void {
    this.#checkInvariants(this.#last, this.#scene, "when the scene begins");
    for (const beat of beats) this.#beat(beat);
    for (const id of this.#scene.broken ?? []) {
      if (this.#broken.has(id)) continue;
      this.#report.add(
        this.#places.of(this.#scene),
        `the scene is there to break “${id}”, and its script never does`,
      );
    }
  }

  get #last(): Frame {
    return this.#recording.frame(this.#recording.length - 1);
  }

  #beat(beat: Beat): void {
    this.#checkExpects(beat, 0);
    for (const [index, input] of beat.inputs.entries()) {
      this.#do(this.#recording, input);
      this.#checkOutcome(
        input,
        beat.expects.filter(({ after }) => after === index + 1).map((expect) => expect.holds),
      );
      this.#checkFrames(input);
      this.#checkExpects(beat, index + 1);
    }
    if (beat.ask !== undefined) this.#checkAsk(beat.ask);
    const problem = beat.practice && practiceProblem(this.#system, this.#scene, beat.practice);
    if (beat.practice !== undefined && problem !== undefined) {
      this.#report.add(this.#places.of(beat.practice), problem);
    }
  }

  #do(recording: Recording, input: Input, at = this.#places.of(input)): void {
    this.#onInput?.(at);
    try {
      this.#allowance.do(recording, input);
    } catch (error) {
      if (error instanceof TooMuch) this.#report.add(at, error.message);
      throw error;
    }
  }

  /** What must hold at the end of an operation, and after each step of a kernel. */
  #checkFrames(input: Input): void {
    const last = this.#recording.inputs.length - 1;
    const [from, to] = [this.#recording.startOf(last), this.#recording.endOf(last)];
    if (from > to) this.#report.add(this.#places.of(input), "nothing runs: that is so already");
    for (let index = from; index <= to; index++) {
      const frame = this.#recording.frame(index);
      if (isSettled(frame)) this.#checkInvariants(frame, input, `after ${input.operation}`);
    }
  }

  /** A script may have an operation fail only where it says that it does. */
  #checkOutcome(input: Input, said: readonly Comparison[]): void {
    const { mark, detail } = this.#last.cause;
    if (mark !== "throw" || said.some(namesError)) return;
    this.#report.add(
      this.#places.of(input),
      `${input.operation} fails: “${String(detail.error)}”; if it is meant to, say so in the next line, with “expect error = …”`,
    );
  }

  #checkExpects(beat: Beat, after: number): void {
    for (const expect of beat.expects) if (expect.after === after) this.#checkExpect(expect);
  }

  #checkExpect(expect: Expect): void {
    const { left, right } = expect.holds;
    const verdict = holds(expect.holds, this.#last);
    if (verdict.ok && verdict.value) return;
    const facts = [left, right].filter(({ kind }) => kind === "path").map((path) => factOf(path, this.#last));
    const found = verdict.ok ? facts.join(" and ") : verdict.message;
    this.#report.add(this.#places.of(expect), `expected ${printComparison(expect.holds)}; ${found}`);
  }

  #checkInvariants({ state }: Frame, part: object, when: string): void {
    for (const { id, words, holds } of this.#system.invariants) {
      if (this.#broken.has(id) || holds(state)) continue;
      this.#broken.add(id);
      if (this.#scene.broken?.includes(id)) continue;
      this.#report.add(
        this.#places.of(part),
        `${when}, “${words}” does not hold; if the scene is there to show this, write “broken: ${id}” in its system block`,
      );
    }
  }

  #checkAsk(ask: Ask): void {
    const at = this.#places.of(ask);
    const branch = new Recording(this.#recording.setup);
    for (const input of this.#recording.inputs) this.#do(branch, input, at);
    for (const input of ask.inputs) this.#do(branch, input, at);
    const answer = answerAt(ask, branch);
    if (!answer.ok) this.#report.add(at, answer.message);
    const { mark, detail } = branch.frame(branch.length - 1).cause;
    const said = ask.answer.pick === "choice" ? ask.answer.options.map((option) => option.holds) : [];
    if (ask.inputs.length > 0 && mark === "throw" && !said.some(namesError)) {
      this.#report.add(at, `what the question asks about fails: “${String(detail.error)}”`);
    }
  }
}

function namesError({ left, right }: Comparison): boolean {
  return [left, right].some((operand) => operand.kind === "path" && operand.path[0] === "error");
}

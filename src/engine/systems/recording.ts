import { OverwritingRingBuffer } from "../structures/overwriting-ring-buffer.ts";
import { isDrive } from "./drive.ts";
import { type Frame, type Input, Run, type Setup } from "./run.ts";

/** How many frames a recording keeps at hand. */
const WINDOW = 16_384;

/**
 * Every frame of a run, by index. It keeps a bounded window of them; a frame older than the window is found by
 * running again from the start, which gives the same frames, so memory stays flat however long the run.
 */
export class Recording<State extends object = object> {
  readonly setup: Setup<State>;
  readonly #window: number;
  readonly #inputs: Input[] = [];
  /** The index of each input's first frame. */
  readonly #starts: number[] = [];
  readonly #recent: OverwritingRingBuffer<Frame<State>>;
  readonly #run: Run<State>;
  /** The first frame that is kept as it is made. */
  readonly #from: number;
  /** How many frames there are, those of inputs under way and to come included. */
  #length: number;
  /** How many inputs have come to their end. */
  #done = 0;
  #underWay: Generator<void> | undefined;
  #replayed: { readonly from: number; readonly frames: readonly Frame<State>[] } = { from: 0, frames: [] };

  /**
   * @param window how many frames to keep at hand, 2 or more
   * @param atLeast how many frames the inputs are known to make at least: those that would have left the window by then are
   *   only counted, which costs a fraction of making them
   */
  constructor(setup: Setup<State>, inputs: readonly Input[] = [], window = WINDOW, atLeast = 0) {
    this.setup = setup;
    this.#window = window;
    this.#from = Math.max(0, atLeast - window);
    this.#recent = new OverwritingRingBuffer(window);
    this.#run = new Run(setup, (frame) => this.#recent.push(frame), this.#from);
    this.#length = this.#run.length;
    for (const input of inputs) this.do(input);
  }

  /** How many frames there are; 1 or more. */
  get length(): number {
    return this.#length;
  }

  get inputs(): readonly Input[] {
    return this.#inputs;
  }

  /** Do one more operation and record it. */
  do(input: Input): void {
    for (const _ of this.doing(input));
  }

  /** The same, bit by bit, for whoever may not want its end: each time it is asked to go on, it makes a few frames. */
  *doing(input: Input): Generator<void> {
    this.schedule(input, 0);
    while (this.#done < this.#inputs.length) {
      this.#advance(false);
      this.#length = this.#run.length;
      yield;
    }
  }

  /** True while the kernel can move: a thread, or the clock. False for a system without one. */
  get canMove(): boolean {
    this.#goOn(() => this.#done < this.#inputs.length, false);
    return this.#run.canMove;
  }

  /**
   * Go on with the last input, which must be a `run {steps}`, for some steps more. However often that is done, it stays one
   * input: so is a run of an hour. Frames that are there already name the steps that it had then.
   *
   * @param steps 1 or more
   * @throws RangeError when the last input is another
   */
  prolong(steps: number): void {
    this.#goOn(() => this.#done < this.#inputs.length, false);
    const last = this.#inputs.at(-1);
    if (last?.operation !== "run" || !("steps" in last.values)) {
      throw new RangeError("only a run of some steps can be prolonged");
    }
    this.#run.prolong(steps);
    const all = (last.values.steps as number) + this.#run.length - this.#length;
    this.#inputs[this.#inputs.length - 1] = { operation: "run", values: { steps: all } };
    this.#length = this.#run.length;
  }

  /**
   * One more operation, to be done when one of its frames is asked for, and only as far as that.
   *
   * @param frames how many frames it makes; that it makes others is found out when it ends, and thrown
   */
  schedule(input: Input, frames: number): void {
    this.#starts.push(this.#length);
    this.#inputs.push(input);
    this.#length += frames;
  }

  /** Do what was scheduled up to a frame. It is done then anyway; whoever must not be kept waiting does it bit by bit. */
  runTo(index: number): void {
    this.#goOn(() => this.#run.length <= index, true);
  }

  /** @throws RangeError outside 0 … length − 1 */
  frame(index: number): Frame<State> {
    if (!(Number.isInteger(index) && index >= 0 && index < this.length)) {
      throw new RangeError(`frame must be from 0 to ${this.length - 1}; got ${index}`);
    }
    this.runTo(index);
    const [recent] = index < this.#from ? [] : this.#recent.getWindow(index - this.#from, 1);
    return recent ?? this.#replay(index);
  }

  /** The first frame of an input, its `call`. The number of inputs stands for the end of the run. */
  startOf(input: number): number {
    return this.#starts[input] ?? this.length;
  }

  /** The last frame of an input; −1 stands for the creation. */
  endOf(input: number): number {
    return this.startOf(input + 1) - 1;
  }

  /** The same run, only its first `count` inputs. */
  upTo(count: number): Recording<State> {
    return new Recording(this.setup, this.#inputs.slice(0, count), this.#window, this.startOf(count));
  }

  /**
   * The inputs that lead to exactly one frame, and to the end of its operation if it is in the middle of one. A run that
   * goes on beyond it is cut short there.
   *
   * @throws RangeError outside 0 … length − 1
   */
  inputsTo(index: number): readonly Input[] {
    const { operation, input } = this.frame(index).cause;
    const inputs = this.#inputs.slice(0, input + 1);
    if (!isDrive(operation) || index === this.endOf(input)) return inputs;
    return [...inputs.slice(0, -1), { operation: "run", values: { steps: index - this.startOf(input) + 1 } }];
  }

  /** The same run, only up to a frame; see {@link inputsTo}. @throws RangeError outside 0 … length − 1 */
  cutAt(index: number): Recording<State> {
    return new Recording(this.setup, this.inputsTo(index), this.#window, index + 1);
  }

  /** Run on while there is need to. */
  #goOn(isNeeded: () => boolean, counted: boolean): void {
    while (isNeeded()) this.#advance(counted);
  }

  #advance(counted: boolean): void {
    this.#underWay ??= this.#run.doing(this.#inputs[this.#done] as Input);
    if (this.#underWay.next().done !== true) return;
    this.#underWay = undefined;
    this.#done += 1;
    const expected = this.startOf(this.#done);
    if ((counted || this.#done < this.#inputs.length) && this.#run.length !== expected) {
      throw new Error(
        `input ${this.#done} should end with frame ${expected}; it ends with ${this.#run.length}`,
      );
    }
  }

  #replay(index: number): Frame<State> {
    const at = (): Frame<State> | undefined => this.#replayed.frames[index - this.#replayed.from];
    const known = index >= this.#replayed.from ? at() : undefined;
    if (known !== undefined) return known;
    const from = Math.max(0, index - (this.#window >> 1));
    const until = from + this.#window;
    const frames: Frame<State>[] = [];
    const run = new Run(this.setup, (frame) => void (frame.index < until && frames.push(frame)), from);
    for (const input of this.#inputs) {
      if (run.length >= until) break;
      for (const _ of run.doing(input)) if (run.length >= until) break;
    }
    this.#replayed = { from, frames };
    return at() as Frame<State>;
  }
}

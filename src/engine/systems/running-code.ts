import type { Kernel } from "../kernel/kernel.ts";
import type { Trace } from "../kernel/trace.ts";
import type { Running } from "./define-system.ts";

/** Of more marks than this the first ones are enough to find the line by. */
const MOST_MARKS = 200;

/** A class and a method, as named in the source: a page that was made smaller has other names. */
type Place = Pick<Running, "structure" | "method">;

/** Which method ran last, and what it did: for whoever reads the code along with it. */
export class RunningCode {
  readonly #kernel: Pick<Kernel, "steps" | "now">;
  #shown: Running | null = null;
  #step = 0;
  #time = 0;

  /** @param kernel what ran before its present step has ended */
  constructor(kernel: Pick<Kernel, "steps" | "now">) {
    this.#kernel = kernel;
  }

  get shown(): Running | null {
    const { steps, now } = this.#kernel;
    if (steps !== this.#step || now !== this.#time) this.end();
    return this.#shown;
  }

  show(running: Running): void {
    this.#shown = Object.freeze(running);
    this.#step = this.#kernel.steps;
    this.#time = this.#kernel.now;
  }

  /** Have a structure do something, and remember how it went. */
  run<T>(place: Place, structure: { trace: Trace | undefined }, call: () => T): T {
    const marks: string[] = [];
    structure.trace = (mark) => {
      if (marks.length < MOST_MARKS) marks.push(mark);
    };
    try {
      return call();
    } finally {
      structure.trace = undefined;
      this.show({ ...place, marks: Object.freeze(marks) });
    }
  }

  /** The trace for a call that goes on over several steps. It is on show whenever it has done something. */
  follow(place: Place): Trace {
    let marks: readonly string[] = [];
    return (mark) => {
      if (marks.length < MOST_MARKS) marks = Object.freeze([...marks, mark]);
      this.show({ ...place, marks });
    };
  }

  /** Nothing of it runs any more, though no step has begun. It stays on show. */
  end(): void {
    if (this.#shown !== null && !this.#shown.ended)
      this.#shown = Object.freeze({ ...this.#shown, ended: true });
  }

  /** Have nothing on show. */
  clear(): void {
    this.#shown = null;
  }
}

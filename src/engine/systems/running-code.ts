import type { Trace } from "../kernel/trace.ts";
import type { Running } from "./define-system.ts";

/** Of more marks than this the first ones are enough to find the line by. */
const MOST_MARKS = 200;

/** Which method ran last, and what it did: for whoever reads the code along with it. */
export class RunningCode {
  shown: Running | null = null;

  /**
   * Have a structure do something, and remember how it went.
   *
   * @param place the class and the method, as named in the source: a page that was made smaller has other names
   */
  run<T>(place: Omit<Running, "marks">, structure: { trace: Trace | undefined }, call: () => T): T {
    const marks: string[] = [];
    structure.trace = (mark) => {
      if (marks.length < MOST_MARKS) marks.push(mark);
    };
    try {
      return call();
    } finally {
      structure.trace = undefined;
      this.shown = Object.freeze({ ...place, marks: Object.freeze(marks) });
    }
  }

  /** Nothing of it runs any more. It stays on show. */
  end(): void {
    if (this.shown !== null && !this.shown.ended) this.shown = Object.freeze({ ...this.shown, ended: true });
  }
}

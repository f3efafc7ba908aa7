import { isDrive } from "../../engine/index.ts";
import type { Located } from "../../scenario/index.ts";
import type { Stretch } from "./line.ts";

interface Span extends Stretch {
  /** How many operations come before it on the line. */
  readonly before: number;
  /** Each of its positions is an operation of its own: a step of a kernel. */
  readonly each: boolean;
}

/** The operations along a line, by number: a script's own, and each step of a kernel. */
export class Operations {
  readonly length: number;
  readonly #spans: readonly Span[];

  private constructor(spans: readonly Span[]) {
    this.#spans = spans;
    const last = spans.at(-1);
    this.length = last === undefined ? 0 : last.before + countOf(last);
  }

  /** @param inputs what stands on the line, in order */
  static along(inputs: readonly Located[]): Operations {
    let before = 0;
    const spans = inputs.map(({ operation, from, to }) => {
      const span = { from, to, each: isDrive(operation), before };
      before += countOf(span);
      return span;
    });
    return new Operations(spans);
  }

  /** @throws RangeError when there is no such operation */
  at(index: number): Stretch {
    let low = 0;
    let high = this.#spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#spans[middle] as Span).before <= index) low = middle;
      else high = middle - 1;
    }
    const span = this.#spans[low];
    if (span === undefined || index < 0 || index >= this.length) {
      throw new RangeError(`there is no operation ${index}`);
    }
    if (!span.each) return span;
    const position = span.from + index - span.before;
    return { from: position, to: position };
  }
}

function countOf({ each, from, to }: Omit<Span, "before">): number {
  return each ? to - from + 1 : 1;
}

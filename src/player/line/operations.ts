import { isDrive, type Recording } from "../../engine/index.ts";
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

  /**
   * @param stretches which inputs of which recording stand on the line, in order, and by how much a frame's position
   *   differs from its index
   */
  static along(
    stretches: Iterable<{
      readonly recording: Recording;
      readonly from: number;
      readonly count: number;
      readonly shift: number;
    }>,
  ): Operations {
    const spans: Span[] = [];
    let before = 0;
    for (const { recording, from, count, shift } of stretches) {
      for (let input = from; input < from + count; input++) {
        const each = isDrive(recording.inputs[input]?.operation ?? "");
        const span = {
          from: recording.startOf(input) + shift,
          to: recording.endOf(input) + shift,
          each,
          before,
        };
        spans.push(span);
        before += countOf(span);
      }
    }
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

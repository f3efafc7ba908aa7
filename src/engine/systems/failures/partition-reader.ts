import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import { type FlowItem, SHOWN, type Waiting } from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";

/** A log that keeps its newest records, and one group’s position in it. */
export class PartitionReader {
  readonly #log: OverwritingRingBuffer<Waiting>;
  readonly written = new RecentCount();
  readonly read = new RecentCount();
  /** The index of the next record to read. */
  position = 0;
  #shown: readonly Waiting[] | undefined;

  constructor(retention: number) {
    this.#log = new OverwritingRingBuffer(retention);
  }

  get retention(): number {
    return this.#log.capacity;
  }

  /** The index of the oldest record that is kept. */
  get start(): number {
    return this.#log.totalWritten - this.#log.size;
  }

  /** Records not yet read, whether they are still kept or not. */
  get lag(): number {
    return this.#log.totalWritten - this.position;
  }

  /** Records that are gone before they were read, and that the reader does not know of yet. */
  get missing(): number {
    return Math.max(0, this.start - this.position);
  }

  /** Records that are kept and not yet read. */
  get unread(): number {
    return this.lag - this.missing;
  }

  append(item: FlowItem, now: number): void {
    this.#log.push({ item, place: this.#log.totalWritten, joined: now });
    this.written.note(now);
    this.#shown = undefined;
  }

  /** Go on from the oldest record that is kept. Returns how many records were skipped. */
  resetToEarliest(): number {
    const skipped = this.missing;
    this.position += skipped;
    return skipped;
  }

  /** The next record; undefined when all is read or the next one is gone. */
  next(now: number): Waiting | undefined {
    if (this.missing > 0 || this.lag === 0) return undefined;
    const [record] = this.#log.getWindow(this.position, 1);
    this.position += 1;
    this.read.note(now);
    this.#shown = undefined;
    return record ?? undefined;
  }

  /** The first of the records that wait to be read. */
  waiting(): readonly Waiting[] {
    this.#shown ??= Object.freeze(
      this.#log.getWindow(Math.max(this.position, this.start), SHOWN).filter((record) => record !== null),
    );
    return this.#shown;
  }
}

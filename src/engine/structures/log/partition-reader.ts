import type { Trace } from "../../kernel/trace.ts";
import { OverwritingRingBuffer } from "../overwriting-ring-buffer.ts";

/** A log that keeps its newest records, and one group’s position in it. */
export class PartitionReader<T> {
  readonly log: OverwritingRingBuffer<T>;
  /** The offset of the next record to read. */
  position = 0;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @param retention how many records are kept */
  constructor(retention: number) {
    this.log = new OverwritingRingBuffer(retention);
  }

  /** The offset of the oldest record that is kept. */
  get start(): number {
    return this.log.totalWritten - this.log.size;
  }

  /** Records not yet read, whether they are still kept or not. */
  get lag(): number {
    return this.log.totalWritten - this.position;
  }

  /** Records that are gone before they were read, and that the reader does not know of yet. */
  get missing(): number {
    return Math.max(0, this.start - this.position);
  }

  /** Records that are kept and not yet read. */
  get unread(): number {
    return this.lag - this.missing;
  }

  /** Write a record, over the oldest one if need be: nobody asks whether that has been read. */
  append(record: T): void {
    this.log.push(record);
    this.trace?.("write", { start: this.start });
  }

  /** The next record; undefined when all is read or the next one is gone. */
  read(): T | undefined {
    if (this.missing > 0) {
      this.trace?.("out-of-range", { start: this.start });
      return undefined;
    }
    if (this.lag === 0) {
      this.trace?.("nothing-there");
      return undefined;
    }
    const [record] = this.log.getWindow(this.position, 1);
    this.trace?.("read", { position: this.position });
    this.position += 1;
    return record ?? undefined;
  }

  /** Go on from the oldest record that is kept. Returns how many records were skipped. */
  resetToEarliest(): number {
    const skipped = this.missing;
    this.position = Math.max(this.position, this.start);
    this.trace?.("skip", { skipped });
    return skipped;
  }
}

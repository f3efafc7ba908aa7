import type { Trace } from "../../kernel/trace.ts";

/** Where a batch lies. */
export interface OffsetIndexEntry {
  /** The last offset of the batch. */
  readonly offset: number;
  /** The first byte of the batch in its segment. */
  readonly position: number;
  /** Which batch of the segment it is, from 0. */
  readonly place: number;
}

/** What an entry takes on disk: a relative offset and a position, 4 bytes each. */
const ENTRY_BYTES = 8;

/** A sparse index: it names one batch in every few kilobytes, and the rest of the way is read. */
export class OffsetIndex {
  declare readonly maxEntries: number;
  entries: OffsetIndexEntry[] = [];
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @param maxBytes how large it may become on disk */
  constructor(maxBytes: number) {
    this.maxEntries = Math.floor(maxBytes / ENTRY_BYTES);
  }

  isFull(): boolean {
    return this.entries.length >= this.maxEntries;
  }

  append(entry: OffsetIndexEntry): void {
    this.entries.push(entry);
    this.trace?.("index", { offset: entry.offset, position: entry.position });
  }

  /** The last entry whose offset is not above `offset`, by binary search. Undefined when all are above. */
  lookup(offset: number): OffsetIndexEntry | undefined {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.entries[middle] as OffsetIndexEntry;
      this.trace?.("compare", { low, middle, high, offset: entry.offset });
      if (entry.offset <= offset) low = middle + 1;
      else high = middle;
    }
    const found = this.entries[low - 1];
    this.trace?.("found", { entry: low - 1, position: found?.position ?? 0 });
    return found;
  }

  /** Forget the batches from `place` on. */
  truncate(place: number): void {
    this.entries = this.entries.filter((entry) => entry.place < place);
    this.trace?.("truncate-index", { entries: this.entries.length });
  }
}

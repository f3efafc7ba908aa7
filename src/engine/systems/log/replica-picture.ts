import { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { LogSegment } from "../../structures/log/log-segment.ts";
import type { LogRecord as StoredRecord } from "../../structures/log/record-batch.ts";
import type { LogRecord, SegmentState } from "./log-state.ts";
import type { Replica } from "./replica.ts";

const NOTHING = PersistentVector.filled<never>(0, undefined as never);

interface Drawn {
  readonly segment: LogSegment;
  batches: number;
  entries: number;
  bytes: number;
  state: SegmentState;
}

/** The segments of one replica as they are to be seen. What did not change is shared from one state to the next. */
export class ReplicaPicture {
  readonly #replica: Replica;
  readonly #shown: WeakMap<StoredRecord, LogRecord>;
  #drawn: Drawn[] = [];
  #segments: PersistentVector<SegmentState> = NOTHING;
  #stale: "no" | "end" | "all" = "all";

  constructor(replica: Replica, shown: WeakMap<StoredRecord, LogRecord>) {
    this.#replica = replica;
    this.#shown = shown;
  }

  /** Records were added at the end. */
  grown(): void {
    if (this.#stale === "no") this.#stale = "end";
  }

  /** Anything may have changed. */
  rewritten(): void {
    this.#stale = "all";
  }

  get segments(): PersistentVector<SegmentState> {
    if (this.#stale === "end") this.#extend();
    if (this.#stale === "all") this.#redraw();
    this.#stale = "no";
    return this.#segments;
  }

  #extend(): void {
    const { segments } = this.#replica.log;
    // An active segment that was still empty may have given way to another.
    if (segments[this.#drawn.length - 1] !== this.#drawn.at(-1)?.segment) {
      this.#stale = "all";
      return;
    }
    for (let at = this.#drawn.length - 1; at < segments.length; at++) {
      const drawn = this.#draw(segments[at] as LogSegment, this.#drawn[at], at === segments.length - 1);
      this.#segments =
        at < this.#drawn.length ? this.#segments.with(at, drawn.state) : this.#segments.push(drawn.state);
      this.#drawn[at] = drawn;
    }
  }

  #redraw(): void {
    const known = new Map(this.#drawn.map((drawn) => [drawn.segment, drawn]));
    const { segments } = this.#replica.log;
    this.#drawn = segments.map((segment, i) => {
      const before = known.get(segment);
      const untouched =
        before?.batches === segment.batches.length &&
        before.bytes === segment.bytes &&
        before.state.active === (i === segments.length - 1);
      return untouched ? before : this.#draw(segment, undefined, i === segments.length - 1);
    });
    this.#segments = NOTHING;
    for (const { state } of this.#drawn) this.#segments = this.#segments.push(state);
  }

  #draw(segment: LogSegment, before: Drawn | undefined, active: boolean): Drawn {
    let records: SegmentState["records"] = before?.state.records ?? NOTHING;
    for (let at = before?.batches ?? 0; at < segment.batches.length; at++) {
      for (const stored of segment.batches[at]?.records ?? []) {
        const record = this.#shown.get(stored) as LogRecord;
        records = records.push(Object.freeze({ offset: stored.offset, record }));
      }
    }
    const { entries } = segment.index;
    const index =
      before?.entries === entries.length
        ? before.state.index
        : Object.freeze(entries.map(({ offset, position }) => Object.freeze({ offset, place: position })));
    const state: SegmentState = Object.freeze({
      base: segment.baseOffset,
      bytes: segment.bytes,
      records,
      index,
      newest: segment.largestTimestamp < 0 ? null : segment.largestTimestamp,
      active,
    });
    return { segment, batches: segment.batches.length, entries: entries.length, bytes: segment.bytes, state };
  }
}

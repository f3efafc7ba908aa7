/** What the four uses of a sliding window have in common: how their overwriting ring stands. */
export interface WindowState<Entry> {
  /** How many entries the ring has room for. */
  readonly capacity: number;
  /** Slot of the next write. */
  readonly head: number;
  /** Slot of the next read: the slot of the oldest entry. */
  readonly tail: number;
  /** How many entries the ring holds now. */
  readonly size: number;
  /** How many entries were ever written: the global index of the next one. */
  readonly totalWritten: number;
  /**
   * What the ring holds, oldest to newest, `size` entries. `values[i]` has the global index
   * `totalWritten − size + i` and stands in slot `(tail + i) mod capacity`.
   */
  readonly values: readonly Entry[];
  /** What a value is measured in. */
  readonly unit: string;
  /** How much time the full ring spans, in ms; null where entries do not come evenly in time. */
  readonly span: number | null;
}

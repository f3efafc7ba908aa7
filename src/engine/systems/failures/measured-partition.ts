import { PartitionReader } from "../../structures/log/partition-reader.ts";
import { SHOWN, type Waiting } from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";

/** A partition and its reader, with what is measured there. */
export class MeasuredPartition {
  readonly reader: PartitionReader<Waiting>;
  readonly written = new RecentCount();
  readonly read = new RecentCount();
  #shown: { readonly since: string; readonly records: readonly Waiting[] } | undefined;

  constructor(retention: number) {
    this.reader = new PartitionReader(retention);
  }

  /** The first of the records that wait to be read. */
  waiting(): readonly Waiting[] {
    const { log, position, start } = this.reader;
    const since = `${log.totalWritten} ${position}`;
    if (this.#shown?.since !== since) {
      const records = log.getWindow(Math.max(position, start), SHOWN).filter((record) => record !== null);
      this.#shown = { since, records: Object.freeze(records) };
    }
    return this.#shown.records;
  }
}

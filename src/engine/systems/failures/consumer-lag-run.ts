import type { Condition } from "../../kernel/condition.ts";
import { type Process, pause, sleep } from "../../kernel/wait.ts";
import type { Context } from "../define-system.ts";
import { grouped } from "../grouped.ts";
import { SeriesBuilder } from "../series.ts";
import { FailureRun, type Switches } from "./failure-run.ts";
import type { FailureState, StageState, WorkerState } from "./failure-state.ts";
import { MeasuredPartition } from "./measured-partition.ts";
import { RecentCount } from "./recent-count.ts";
import { RecentValues } from "./recent-values.ts";
import { sourceState } from "./stage.ts";
import { Worker } from "./worker.ts";

const PARTITIONS = 3;

interface Settings extends Switches {
  readonly retention: number;
  readonly every: number;
  readonly work: number;
  readonly slow: number;
  readonly limit: number;
}

/** One topic of three partitions and one group that reads it. */
export class ConsumerLagRun extends FailureRun<Settings> {
  readonly #partitions: readonly MeasuredPartition[];
  readonly #consumers: readonly Worker[];
  /** The partition of the record that each consumer has in hand. */
  readonly #reads: (number | null)[];
  readonly #latency: readonly RecentValues[];
  readonly #written: Condition;
  readonly #joined: Condition;
  readonly #writes = new RecentCount();
  readonly #done = new RecentCount();
  readonly #lag = new SeriesBuilder("level", { width: 20 });
  readonly #lost = new SeriesBuilder("level", { width: 20 });

  constructor(settings: Settings, context: Context) {
    super(settings, context);
    const { kernel } = this;
    const each = Array.from({ length: PARTITIONS }, (_, i) => i);
    this.#partitions = each.map(() => new MeasuredPartition(settings.retention));
    this.#consumers = each.map((i) => new Worker(`consumer-${i}`, kernel));
    this.#reads = each.map(() => null);
    this.#latency = each.map(() => new RecentValues());
    this.#written = kernel.condition("record written");
    this.#joined = kernel.condition("joined the group");
    kernel.spawn("producer", this.#produce());
    this.#consumers.forEach((consumer, i) => {
      kernel.spawn(consumer.name, this.#consume(consumer, i));
    });
  }

  burst(records: number): number {
    for (let i = 0; i < records; i++) this.#write();
    return records;
  }

  protected override adjusted(parameter: string): void {
    if (parameter !== "remedy") return;
    this.#joined.notifyAll();
    this.#written.notifyAll();
  }

  *#produce(): Process {
    for (;;) {
      yield sleep(this.settings.every);
      this.tell("write", { item: this.#write() });
    }
  }

  #write(): string {
    const item = this.make("record", "m", this.arrived % PARTITIONS);
    const partition = item.id % PARTITIONS;
    this.#run(partition, "append", (reader) =>
      reader.append({ item, place: reader.log.totalWritten, joined: this.kernel.now }),
    );
    this.#at(partition).written.note(this.kernel.now);
    this.#writes.note(this.kernel.now);
    this.#written.notifyAll();
    this.#noteLag();
    return item.name;
  }

  #at(partition: number): MeasuredPartition {
    return this.#partitions[partition] as MeasuredPartition;
  }

  /** Have the reader of a partition do something that is worth reading along with. */
  #run<T>(
    partition: number,
    method: "append" | "read" | "resetToEarliest",
    call: (reader: MeasuredPartition["reader"]) => T,
  ): T {
    const { reader } = this.#at(partition);
    return this.code.run({ structure: "PartitionReader", method }, reader, () => call(reader));
  }

  /** Which partitions a consumer reads: the first all of them, or each its own. */
  #assigned(consumer: number): readonly number[] {
    if (this.remedied) return [consumer];
    return consumer === 0 ? this.#partitions.map((_, i) => i) : [];
  }

  *#consume(consumer: Worker, index: number): Process {
    for (let turn = index; ; ) {
      const assigned = this.#assigned(index);
      if (assigned.length === 0) {
        yield this.#joined.wait();
        continue;
      }
      const partition = next(assigned, turn, (i) => this.#at(i).reader.lag > 0);
      if (partition === undefined) {
        yield this.#written.wait();
        continue;
      }
      turn = partition + 1;
      yield* this.#read(consumer, index, partition);
      yield pause();
    }
  }

  *#read(consumer: Worker, index: number, partition: number): Process {
    const { reader, read } = this.#at(partition);
    if (reader.missing > 0) {
      const skipped = this.#run(partition, "resetToEarliest", () => reader.resetToEarliest());
      this.leaveUnseen("lost", skipped);
      this.tell("out-of-range", { worker: consumer.name, partition, skipped });
      yield pause();
    }
    const record = this.#run(partition, "read", () => reader.read());
    if (record === undefined) return;
    read.note(this.kernel.now);
    const { item } = record;
    const duration = this.faulty ? this.settings.slow : this.settings.work;
    consumer.work(item, `works on ${item.name}`, duration);
    this.#reads[index] = partition;
    this.#noteLag();
    this.tell("read", { item: item.name, worker: consumer.name });
    yield sleep(duration);
    this.leave(item, `partition${partition}`, "done");
    this.#done.note(this.kernel.now);
    this.#latency[partition]?.add(this.kernel.now - record.joined);
    consumer.rest();
    this.#reads[index] = null;
    this.tell("finish", { item: item.name, worker: consumer.name });
  }

  /** Records that are not read yet. */
  #behind(): number {
    return this.#partitions.reduce((sum, { reader }) => sum + reader.lag, 0);
  }

  #missing(): number {
    return this.#partitions.reduce((sum, { reader }) => sum + reader.missing, 0);
  }

  #noteLag(): void {
    this.#lag.note(this.kernel.now, this.#behind());
    this.#lost.note(this.kernel.now, this.gone("lost") + this.#missing());
  }

  override snapshot(): FailureState {
    const { now } = this.kernel;
    const { limit, every } = this.settings;
    const lag = this.#behind();
    const missing = this.#missing();
    const lost = this.gone("lost") + missing;
    const inWork = this.#consumers.filter(({ state }) => state.item !== null).length;
    const common = this.common({ queued: lag - missing, inWork });
    return Object.freeze({
      ...common,
      account: { ...common.account, lost },
      stages: [
        sourceState(
          { name: "producer", title: "producer", column: 0 },
          this.#writes.count(now),
          `a record every ${every} ms, to each partition in turn`,
        ),
        ...this.#partitions.map((_, partition) => this.#partitionState(partition)),
      ],
      charts: [
        {
          name: "lag",
          title: "lag",
          unit: "records",
          series: this.#lag.snapshot(),
          limit: { words: `limit ${grouped(limit)}`, high: limit },
        },
        { name: "lost", title: "gone unread", unit: "records", series: this.#lost.snapshot() },
      ],
      counters: [
        { name: "lag", title: "lag", value: lag, unit: "" },
        { name: "written", title: "written", value: this.#writes.count(now), unit: "/s" },
        { name: "read", title: "read", value: this.#done.count(now), unit: "/s" },
        { name: "done", title: "worked on", value: this.gone("done"), unit: "" },
        { name: "lost", title: "gone unread", value: lost, unit: "" },
      ],
      fault: {
        ...this.faultSwitch,
        stage: "partition0",
        words: `a record takes a consumer ${this.faulty ? this.settings.slow : this.settings.work} ms`,
      },
      remedy: {
        ...this.remedySwitch,
        name: "two more consumers",
        acting: this.remedied,
        gate: null,
        stage: "partition1",
        words: this.remedied
          ? "three consumers, one for each partition"
          : "one consumer reads all three partitions",
      },
      symptom: {
        title: "lag",
        value: lag,
        limit,
        unit: "records",
        bad: lag > limit,
        words: `the reader is ${lag === 1 ? "1 record" : `${grouped(lag)} records`} behind${missing === 0 ? "" : `; ${grouped(missing)} of them ${missing === 1 ? "is" : "are"} gone`}; the limit is ${grouped(limit)}`,
      },
    });
  }

  #partitionState(partition: number): StageState {
    const { now } = this.kernel;
    const measured = this.#at(partition);
    const { missing, unread, log } = measured.reader;
    return Object.freeze({
      name: `partition${partition}`,
      title: `partition ${partition}`,
      column: 1,
      open: true,
      depth: unread,
      capacity: log.capacity,
      waiting: measured.waiting(),
      workers: this.#consumers.flatMap((consumer, i) => this.#readerOf(consumer, i, partition)),
      rateIn: measured.written.count(now),
      rateOut: measured.read.count(now),
      latency: this.#latency[partition]?.p99 ?? null,
      clock: null,
      words:
        missing > 0
          ? `${grouped(missing)} gone before they were read`
          : unread === log.capacity
            ? "full of unread records: the next one overwrites the oldest"
            : `${grouped(unread)} of the last ${grouped(log.capacity)} are unread`,
    });
  }

  #readerOf({ state }: Worker, consumer: number, partition: number): WorkerState[] {
    const reads = this.#reads[consumer];
    if (reads === partition) return [state];
    if (!this.#assigned(consumer).includes(partition)) return [];
    if (reads === null) return [state];
    return [{ ...state, activity: "elsewhere", item: null, doing: `reads partition ${reads}`, until: null }];
  }
}

/** The first of some partitions from `turn` on, round and round, that has something to read. */
function next(
  partitions: readonly number[],
  turn: number,
  has: (partition: number) => boolean,
): number | undefined {
  const first = turn % PARTITIONS;
  const inTurn = [...partitions.filter((i) => i >= first), ...partitions.filter((i) => i < first)];
  return inTurn.find(has);
}

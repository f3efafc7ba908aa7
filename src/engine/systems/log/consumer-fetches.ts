import { KafkaError } from "../../structures/log/kafka-error.ts";
import type { RecordBatch } from "../../structures/log/record-batch.ts";
import { brokerName, type ClusterContext } from "./cluster-context.ts";
import type { LogRecord } from "./log-state.ts";
import type { ErrorName, FetchRequest } from "./messages.ts";
import type { Alarm } from "./network.ts";
import type { Replica } from "./replica.ts";
import { refuse } from "./replies.ts";

interface Parked {
  readonly fetch: FetchRequest;
  readonly alarm: Alarm | undefined;
}

/** Consumers that read from a leader. Those that have read all that is committed wait for more. */
export class ConsumerFetches {
  readonly #replica: Replica;
  readonly #context: ClusterContext;
  #parked: Parked[] = [];

  constructor(replica: Replica, context: ClusterContext) {
    this.#replica = replica;
    this.#context = context;
  }

  fetch(fetch: FetchRequest): void {
    const { partition, broker } = this.#replica;
    this.#context.picture.touch({ partition, broker });
    const batches = this.#read(fetch);
    if (batches === undefined) {
      const error = "OFFSET_OUT_OF_RANGE";
      this.#context.tell("refuse", { partition, broker, error, offset: fetch.offset });
      this.#context.picture.touch({ partition, broker });
      refuse(this.#context, brokerName(broker), fetch, error);
    } else if (batches.length > 0) {
      this.#answer(fetch, batches);
    } else {
      this.#context.tell("wait-for-records", { partition, broker, offset: fetch.offset });
      this.#park(fetch);
    }
  }

  /** The high watermark has moved. */
  wake(): void {
    const parked = this.#parked;
    this.#parked = [];
    for (const { fetch, alarm } of parked) {
      if (alarm !== undefined) alarm.cancelled = true;
      this.fetch(fetch);
    }
  }

  /** A fetch has waited for as long as it may. */
  due(request: number): void {
    const due = this.#parked.find(({ fetch }) => fetch.request === request);
    if (due === undefined) return;
    this.#parked = this.#parked.filter((other) => other !== due);
    this.#answer(due.fetch, []);
  }

  /** Send all away. */
  stop(error: ErrorName): void {
    for (const { fetch } of this.#parked) {
      refuse(this.#context, brokerName(this.#replica.broker), fetch, error);
    }
    this.halt();
  }

  halt(): void {
    for (const { alarm } of this.#parked) if (alarm !== undefined) alarm.cancelled = true;
    this.#parked = [];
  }

  #park(fetch: FetchRequest): void {
    const { partition, broker } = this.#replica;
    const { request, patience } = fetch;
    const wakeUp = { kind: "fetch-due", partition, request } as const;
    const alarm =
      patience === Number.POSITIVE_INFINITY
        ? undefined
        : this.#context.network.alarm(brokerName(broker), patience, wakeUp);
    this.#parked.push({ fetch, alarm });
  }

  #read(fetch: FetchRequest): readonly RecordBatch[] | undefined {
    const { log } = this.#replica;
    const batches: RecordBatch[] = [];
    try {
      for (let from = fetch.offset; batches.length < fetch.most; ) {
        const read = this.#context.code.runLog(log, "read", () => log.read(from, Number.MAX_SAFE_INTEGER));
        const last = read.at(-1);
        if (last === undefined) break;
        batches.push(...read);
        from = last.lastOffset + 1;
      }
    } catch (error) {
      if (error instanceof KafkaError) return undefined;
      throw error;
    }
    return batches.slice(0, fetch.most);
  }

  #answer(fetch: FetchRequest, batches: readonly RecordBatch[]): void {
    const { log, partition, broker } = this.#replica;
    const records = batches.flatMap((batch) =>
      batch.records.map((stored) => this.#context.shown.get(stored) as LogRecord),
    );
    this.#context.tell("deliver", { partition, broker, offset: fetch.offset, records: records.length });
    this.#context.picture.touch({ partition, broker, records: records.map(({ id }) => id) });
    this.#context.network.send(
      brokerName(broker),
      fetch.from,
      {
        kind: "fetched",
        answers: fetch.request,
        partition,
        batches,
        highWatermark: log.highWatermark,
        logStart: log.logStartOffset,
      },
      { kind: "deliver", partition, records, error: null },
    );
  }
}

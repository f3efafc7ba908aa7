import type { Random } from "../../kernel/random.ts";
import { HashPartitioner } from "../../structures/log/hash-partitioner.ts";
import { StickyPartitioner } from "../../structures/log/sticky-partitioner.ts";
import { brokerName, type ClusterContext, PRODUCER } from "./cluster-context.ts";
import type { ProducerState } from "./log-state.ts";
import type { Acks, ErrorName, Message, Produced } from "./messages.ts";
import type { Alarm } from "./network.ts";

/** `delivery.timeout.ms`: after so long a record that no broker would take has failed. */
const DELIVERY_TIMEOUT = 120_000;
/** `retry.backoff.ms` */
const BACKOFF = 100;

interface Pending {
  readonly record: Produced;
  readonly partition: number;
  /** When it was given to the producer, in ms of the run. */
  readonly begun: number;
  tries: number;
  /** The request that is on its way, and to whom. */
  sent: { readonly request: number; readonly broker: number; readonly acks: Acks } | undefined;
  /** It waits until somebody leads. */
  waits: boolean;
  giveUp: Alarm | undefined;
}

/** The client that writes: it chooses a partition for each record and sends it to the leader that it knows of. */
export class ProducerClient {
  readonly #context: ClusterContext;
  readonly #byKey: HashPartitioner;
  readonly #sticky: StickyPartitioner;
  /** Whether a broker takes connections. */
  readonly #connects: (broker: number) => boolean;
  /** Who leads, as it heard last. */
  readonly #leaders = new Map<number, number | null>();
  readonly #refreshing = new Set<number>();
  readonly #pending = new Map<number, Pending>();
  readonly #byRequest = new Map<number, Pending>();
  #ids = 0;
  #acknowledged = 0;
  #failed = 0;
  #untold = 0;
  #last: ProducerState["last"] = null;
  #shown: ProducerState | undefined;

  constructor(context: ClusterContext, random: Random, connects: (broker: number) => boolean) {
    const { partitions, batchSize } = context.settings;
    this.#context = context;
    this.#connects = connects;
    this.#byKey = new HashPartitioner(partitions);
    this.#sticky = new StickyPartitioner(partitions, batchSize, () => random.whole(0, 0x7fffffff));
    context.network.attach(PRODUCER, (message) => this.#hear(message));
  }

  /**
   * Send one record on its way. Returns its partition.
   *
   * @param inDetail whether to tell each thing that the partitioner does
   */
  produce(key: string | null, value: string | null, inDetail = false): number {
    const trace = inDetail ? this.#context.tell : undefined;
    this.#byKey.trace = trace;
    this.#sticky.trace = trace;
    const { kernel, picture, settings } = this.#context;
    const timestamp = Math.max(0, kernel.now + settings.producerClock);
    const record: Produced = { id: this.#ids++, key, value, timestamp };
    const partition = this.#byKey.partition(key) ?? this.#sticky.partition();
    if (key === null) this.#sticky.sent(picture.record(record).bytes, true);
    this.#context.tell("partition", { record: record.id, key, partition });
    const pending: Pending = {
      record,
      partition,
      begun: kernel.now,
      tries: 0,
      sent: undefined,
      waits: false,
      giveUp: undefined,
    };
    this.#pending.set(record.id, pending);
    this.#send(pending);
    picture.touch({ partition, records: [record.id] });
    return partition;
  }

  /** A broker has died: the requests that it has not answered come back. */
  lose(broker: number): void {
    for (const { sent } of this.#pending.values()) {
      if (sent?.broker !== broker) continue;
      const { network } = this.#context;
      const refused = { kind: "refused", answers: sent.request, error: "NETWORK_EXCEPTION" } as const;
      network.alarm(PRODUCER, network.latency, refused);
    }
  }

  snapshot(): ProducerState {
    const { acks } = this.#context.settings;
    if (this.#shown?.acks !== acks) this.#shown = undefined;
    this.#shown ??= Object.freeze({
      acks,
      sent: this.#ids,
      acknowledged: this.#acknowledged,
      failed: this.#failed,
      waiting: this.#pending.size,
      untold: this.#untold,
      last: this.#last,
      sticky: this.#sticky.current ?? null,
    });
    return this.#shown;
  }

  #send(pending: Pending): void {
    this.#shown = undefined;
    const { network, image, settings, picture, kernel } = this.#context;
    const { record, partition } = pending;
    if (!this.#leaders.has(partition)) this.#leaders.set(partition, image.leader(partition));
    const leader = this.#leaders.get(partition) ?? null;
    if (leader === null || !this.#connects(leader)) {
      const left = Math.max(0, pending.begun + DELIVERY_TIMEOUT - kernel.now);
      pending.giveUp ??= network.alarm(PRODUCER, left, { kind: "give-up", record: record.id });
      pending.waits = true;
      this.#context.tell("wait-for-leader", { partition, record: record.id });
      this.#awaitLeader(partition);
      return;
    }
    if (pending.giveUp !== undefined) pending.giveUp.cancelled = true;
    pending.giveUp = undefined;
    pending.waits = false;
    const request = this.#context.nextRequest();
    const { acks } = settings;
    this.#context.tell("send", { partition, record: record.id, broker: leader });
    network.send(
      PRODUCER,
      brokerName(leader),
      { kind: "produce", request, from: PRODUCER, partition, record, acks },
      { kind: "produce", partition, records: [picture.record(record)], error: null },
    );
    if (acks === "0") {
      this.#untold += 1;
      this.#pending.delete(record.id);
      return;
    }
    pending.sent = { request, broker: leader, acks };
    this.#byRequest.set(request, pending);
  }

  #hear(message: Message): void {
    this.#shown = undefined;
    switch (message.kind) {
      case "appended":
        this.#appended(message.answers, message.offset, message.epoch);
        break;
      case "refused":
        this.#refused(message.answers, message.error);
        break;
      case "metadata":
        this.#refreshed(message.partition);
        break;
      case "retry": {
        const pending = this.#pending.get(message.record);
        if (pending !== undefined && pending.sent === undefined) this.#send(pending);
        break;
      }
      case "give-up": {
        const pending = this.#pending.get(message.record);
        if (pending !== undefined) this.#fail(pending, "REQUEST_TIMED_OUT");
        break;
      }
    }
  }

  #appended(answers: number, offset: number, epoch: number): void {
    const pending = this.#byRequest.get(answers);
    if (pending === undefined) return;
    const { partition, record, sent } = pending;
    this.#byRequest.delete(answers);
    this.#pending.delete(record.id);
    this.#acknowledged += 1;
    this.#last = Object.freeze({ partition, offset, error: null });
    const { ledger, picture } = this.#context;
    this.#context.tell("acknowledged", { partition, offset, record: record.id });
    ledger.acknowledge(partition, record.id, { offset, epoch }, sent?.acks === "all");
    picture.touch({ partition, records: [record.id] });
  }

  #refused(answers: number, error: ErrorName): void {
    const pending = this.#byRequest.get(answers);
    if (pending === undefined) return;
    this.#byRequest.delete(answers);
    pending.sent = undefined;
    const { partition, record } = pending;
    this.#context.picture.touch({ partition, records: [record.id] });
    this.#awaitNews(partition);
    if (pending.tries >= this.#context.settings.retries) {
      this.#fail(pending, error);
      return;
    }
    pending.tries += 1;
    this.#last = Object.freeze({ partition, offset: null, error });
    this.#context.tell("retry", { partition, record: record.id, error });
    this.#context.network.alarm(PRODUCER, BACKOFF, { kind: "retry", record: record.id });
  }

  #fail({ record, partition, giveUp }: Pending, error: ErrorName): void {
    if (giveUp !== undefined) giveUp.cancelled = true;
    this.#pending.delete(record.id);
    this.#failed += 1;
    this.#last = Object.freeze({ partition, offset: null, error });
    this.#context.tell("fail", { partition, record: record.id, error });
    this.#context.picture.touch({ partition, records: [record.id] });
  }

  /** After a refusal it asks who leads: there and back. */
  #awaitNews(partition: number): void {
    if (this.#refreshing.has(partition)) return;
    this.#refreshing.add(partition);
    const { network } = this.#context;
    network.alarm(PRODUCER, 2 * network.latency, { kind: "metadata", partition });
  }

  /** While there is no leader it would ask again and again; that it hears nothing new each time is not played. */
  #awaitLeader(partition: number): void {
    if (this.#refreshing.has(partition)) return;
    if (this.#context.image.leader(partition) !== this.#leaders.get(partition)) {
      this.#awaitNews(partition);
      return;
    }
    this.#refreshing.add(partition);
    this.#context.image.watch(partition, () => {
      this.#refreshing.delete(partition);
      this.#awaitNews(partition);
    });
  }

  #refreshed(partition: number): void {
    this.#refreshing.delete(partition);
    const leader = this.#context.image.leader(partition);
    this.#leaders.set(partition, leader);
    this.#context.tell("metadata", { partition, leader });
    this.#context.picture.touch({ partition, broker: leader });
    for (const pending of this.#pending.values()) {
      if (pending.partition === partition && pending.waits) this.#send(pending);
    }
  }
}

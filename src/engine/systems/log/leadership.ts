import type { PartitionRegistration } from "../../structures/log/leader-election.ts";
import {
  acknowledgement,
  effectiveMinIsr,
  type FollowerProgress,
  fetched,
  joinable,
  type LeaderView,
  lagging,
  nextHighWatermark,
  refusesAppend,
  watch,
} from "../../structures/log/replication.ts";
import { brokerName, type ClusterContext, CONTROLLER, PRODUCER } from "./cluster-context.ts";
import { ConsumerFetches } from "./consumer-fetches.ts";
import type { Acks, AlterPartition, ErrorName, FetchRequest, ProduceRequest } from "./messages.ts";
import type { Alarm } from "./network.ts";
import type { Replica } from "./replica.ts";
import { answerFollower, refuse } from "./replies.ts";

interface Follower {
  progress: FollowerProgress;
  /** A fetch that waits for something new, and since when. */
  parked: { readonly fetch: FetchRequest; readonly since: number } | undefined;
  alarm: Alarm | undefined;
}

interface Unacknowledged {
  readonly produce: ProduceRequest;
  readonly offset: number;
  readonly alarm: Alarm;
}

/** A broker’s reign over one partition: it appends, watches its followers, moves the high watermark and acknowledges. */
export class Leadership {
  readonly epoch: number;
  readonly consumers: ConsumerFetches;
  readonly #replica: Replica;
  readonly #context: ClusterContext;
  readonly #epochStart: number;
  readonly #followers = new Map<number, Follower>();
  #state: PartitionRegistration;
  #joining: readonly number[] = [];
  #leaving: readonly number[] = [];
  #unacknowledged: Unacknowledged[] = [];
  #lagAlarm: Alarm | undefined;

  constructor(replica: Replica, state: PartitionRegistration, context: ClusterContext) {
    this.#replica = replica;
    this.#context = context;
    this.#state = state;
    this.epoch = state.leaderEpoch;
    this.consumers = new ConsumerFetches(replica, context);
    replica.log.becomeLeader(state.leaderEpoch);
    this.#epochStart = replica.log.logEndOffset;
    for (const id of state.replicas) {
      if (id === replica.broker) continue;
      const progress = watch(id, state.isr.includes(id), context.kernel.now);
      this.#followers.set(id, { progress, parked: undefined, alarm: undefined });
    }
  }

  /** The controller has confirmed, or made, a change of who is in sync. */
  changed(state: PartitionRegistration, settles: boolean): void {
    // Until its proposal is answered, the leader waits also for whoever it wants to have in sync.
    if (settles || state.partitionEpoch > this.#state.partitionEpoch) {
      this.#joining = [];
      this.#leaving = [];
    }
    this.#state = state;
    this.#proposeJoining();
    this.advance();
    this.#watchLag();
  }

  /** Another leads now, or nobody. */
  stop(): undefined {
    for (const { produce, alarm } of this.#unacknowledged) {
      alarm.cancelled = true;
      refuse(this.#context, this.#name, produce, "NOT_LEADER_OR_FOLLOWER");
    }
    this.consumers.stop("NOT_LEADER_OR_FOLLOWER");
    this.halt();
  }

  /** The broker is dead: nobody gets an answer. */
  halt(): void {
    for (const { alarm } of this.#unacknowledged) alarm.cancelled = true;
    for (const { alarm } of this.#followers.values()) if (alarm !== undefined) alarm.cancelled = true;
    if (this.#lagAlarm !== undefined) this.#lagAlarm.cancelled = true;
    this.consumers.halt();
    this.#unacknowledged = [];
  }

  produce(produce: ProduceRequest): void {
    const { log, partition, broker } = this.#replica;
    const { picture, shown, kernel, network, settings, code } = this.#context;
    const refusal = refusesAppend(numbered(produce.acks), this.#state.isr.length, this.#minIsr);
    if (refusal !== undefined) {
      this.#context.tell("refuse", { partition, broker, error: refusal });
      refuse(this.#context, this.#name, produce, refusal);
      return;
    }
    for (const follower of this.#followers.values()) this.#catchUp(follower);
    const { id, key, value, timestamp } = produce.record;
    const batch = code.runLog(log, "appendBatch", () => log.appendBatch([{ key, value, timestamp }]));
    const [stored] = batch.records;
    if (stored === undefined) return;
    const { bytes, leaderEpoch: epoch, baseOffset: offset } = batch;
    const record = Object.freeze({ id, key, value, timestamp, bytes, epoch });
    shown.set(stored, record);
    this.#context.tell("append", { partition, broker, offset, record: id });
    this.#replica.grew();
    picture.touch({ partition, broker, records: [id] });
    if (produce.acks === "1") this.#acknowledge(produce, offset);
    if (produce.acks === "all") {
      const timeout = { kind: "acks-due", partition, request: produce.request } as const;
      const alarm = network.alarm(this.#name, settings.requestTimeout, timeout);
      this.#unacknowledged.push({ produce, offset, alarm });
    }
    this.advance();
    for (const follower of this.#followers.values()) this.#answer(follower, kernel.now);
    this.#watchLag();
  }

  /** A follower asks for what comes from an offset on, and so says that it has all below. */
  fetch(fetch: FetchRequest, from: number): void {
    const follower = this.#followers.get(from);
    if (follower === undefined) return;
    const { log, partition } = this.#replica;
    const { now } = this.#context.kernel;
    if (follower.alarm !== undefined) follower.alarm.cancelled = true;
    this.#context.tell("fetch", {
      partition,
      broker: this.#replica.broker,
      follower: from,
      offset: fetch.offset,
    });
    this.#context.picture.touch({ partition, broker: from });
    follower.progress = fetched(follower.progress, fetch.offset, log.logEndOffset, now);
    follower.parked = { fetch, since: now };
    this.#proposeJoining();
    this.advance();
    this.#answer(follower, now);
    this.#watchLag();
  }

  /** A fetch has waited for as long as it may. */
  fetchDue(request: number): void {
    for (const follower of this.#followers.values()) {
      if (follower.parked?.fetch.request === request) this.#answer(follower, this.#context.kernel.now);
    }
    this.consumers.due(request);
  }

  /** The followers have had as long as they may to copy a record. */
  acksDue(request: number): void {
    const due = this.#unacknowledged.find(({ produce }) => produce.request === request);
    if (due === undefined) return;
    this.#unacknowledged = this.#unacknowledged.filter((other) => other !== due);
    this.#context.tell("time-out", { partition: this.#replica.partition, request });
    refuse(this.#context, this.#name, due.produce, "REQUEST_TIMED_OUT");
  }

  /** A follower may have lagged for too long. */
  lagDue(): void {
    this.#lagAlarm = undefined;
    const [late] = lagging(this.#view());
    if (late !== undefined) {
      this.#leaving = [late];
      this.#propose({ kind: "shrink", broker: late });
    }
    this.#watchLag();
  }

  /** A connection is gone: what was parked on it is void. */
  disconnected(broker: number): void {
    const follower = this.#followers.get(broker);
    if (follower === undefined) return;
    this.#catchUp(follower);
    follower.parked = undefined;
    if (follower.alarm !== undefined) follower.alarm.cancelled = true;
    this.#watchLag();
  }

  /** The controller can be reached again; what was asked of it before may not have arrived. */
  reconnected(): void {
    this.#joining = [];
    this.#leaving = [];
    this.#proposeJoining();
    this.#watchLag();
  }

  /** Move the high watermark as far as the in-sync replicas have come, and tell those who wait for that. */
  advance(): void {
    const { log, partition, broker } = this.#replica;
    const next = nextHighWatermark(this.#view());
    if (next > log.highWatermark) {
      this.#context.code.runLog(log, "advanceHighWatermark", () => log.advanceHighWatermark(next));
      this.#context.tell("high-watermark", { partition, broker, offset: next });
      this.#replica.committed();
      this.consumers.wake();
      for (const follower of this.#followers.values()) this.#tellSoon(follower);
    }
    this.#answerProducers();
  }

  get #name(): string {
    return brokerName(this.#replica.broker);
  }

  get #minIsr(): number {
    return effectiveMinIsr(this.#context.settings.minInSync, this.#state.replicas.length);
  }

  #view(): LeaderView {
    const { log, broker } = this.#replica;
    const { settings, kernel } = this.#context;
    return {
      id: broker,
      logEndOffset: log.logEndOffset,
      highWatermark: log.highWatermark,
      epochStartOffset: this.#epochStart,
      isr: this.#state.isr,
      joining: this.#joining,
      leaving: this.#leaving,
      followers: [...this.#followers.values()].map(({ progress }) => progress),
      unavailable: this.#state.fenced,
      minIsr: this.#minIsr,
      now: kernel.now,
      lagTimeMax: settings.replicaLag,
    };
  }

  #answerProducers(): void {
    const { highWatermark } = this.#replica.log;
    const { isr } = this.#state;
    const waiting: Unacknowledged[] = [];
    for (const one of this.#unacknowledged) {
      const view = { isr, minIsr: this.#minIsr, highWatermark };
      const verdict = acknowledgement("all", one.offset + 1, view);
      if (verdict === "waiting") {
        waiting.push(one);
        continue;
      }
      one.alarm.cancelled = true;
      if (verdict === "stored") this.#acknowledge(one.produce, one.offset);
      else refuse(this.#context, this.#name, one.produce, verdict as ErrorName);
    }
    this.#unacknowledged = waiting;
  }

  #acknowledge({ request, partition, record }: ProduceRequest, offset: number): void {
    const { network, picture } = this.#context;
    network.send(
      this.#name,
      PRODUCER,
      { kind: "appended", answers: request, offset, epoch: this.epoch },
      { kind: "acknowledge", partition, records: [picture.record(record)], error: null },
    );
  }

  /** Answer a parked fetch if there is something that the follower does not know. */
  #answer(follower: Follower, now: number): void {
    const { parked } = follower;
    if (parked === undefined) return;
    const { log } = this.#replica;
    const hasRecords = parked.fetch.offset < log.logEndOffset;
    const due = parked.since === now || now >= parked.since + parked.fetch.patience;
    const known = parked.fetch.follower?.highWatermark ?? 0;
    if (!hasRecords && !(due && known < log.highWatermark)) return;
    follower.parked = undefined;
    if (follower.alarm !== undefined) follower.alarm.cancelled = true;
    answerFollower(this.#context, this.#replica, parked.fetch);
  }

  /** A follower that waits hears of a new high watermark when its fetch is answered: at the latest when its time is up. */
  #tellSoon(follower: Follower): void {
    const { parked, alarm } = follower;
    const { now } = this.#context.kernel;
    if (parked === undefined || (alarm !== undefined && !alarm.cancelled)) return;
    const { patience, request } = parked.fetch;
    // It has asked again each time its patience ran out; asking and hearing nothing new is not played.
    const left = patience - ((now - parked.since) % patience);
    const { partition } = this.#replica;
    follower.alarm = this.#context.network.alarm(this.#name, left, { kind: "fetch-due", partition, request });
  }

  /** What a follower that waits has shown since by asking again and again: see `#tellSoon`. */
  #catchUp(follower: Follower): void {
    const { parked, progress } = follower;
    if (parked === undefined) return;
    const { logEndOffset } = this.#replica.log;
    const { now } = this.#context.kernel;
    const { patience, offset } = parked.fetch;
    const last = now - ((now - parked.since) % patience);
    follower.progress = fetched(progress, offset, logEndOffset, last);
  }

  #proposeJoining(): void {
    const [joining] = joinable(this.#view());
    if (joining === undefined) return;
    this.#joining = [joining];
    this.#propose({ kind: "expand", broker: joining });
  }

  #propose(change: AlterPartition["change"]): void {
    const { partition, broker } = this.#replica;
    this.#context.tell(`${change.kind}-isr`, { partition, broker, follower: change.broker });
    this.#context.network.send(this.#name, CONTROLLER, {
      kind: "alter-partition",
      broker,
      partition,
      leaderEpoch: this.epoch,
      partitionEpoch: this.#state.partitionEpoch,
      change,
    });
  }

  /** Have an alarm set for when the first follower that is in sync and behind will have lagged for too long. */
  #watchLag(): void {
    if (this.#lagAlarm !== undefined) this.#lagAlarm.cancelled = true;
    this.#lagAlarm = undefined;
    const { log, partition } = this.#replica;
    const { settings, kernel, network } = this.#context;
    if (this.#leaving.length > 0 || this.#joining.length > 0) return;
    const behind = [...this.#followers.values()].filter(
      ({ progress }) => this.#state.isr.includes(progress.id) && progress.logEndOffset !== log.logEndOffset,
    );
    if (behind.length === 0) return;
    const since = Math.min(...behind.map(({ progress }) => progress.lastCaughtUpTime));
    const left = Math.max(0, since + settings.replicaLag + 1 - kernel.now);
    this.#lagAlarm = network.alarm(this.#name, left, { kind: "lag-due", partition });
  }
}

function numbered(acks: Acks): 0 | 1 | "all" {
  return acks === "all" ? "all" : acks === "1" ? 1 : 0;
}

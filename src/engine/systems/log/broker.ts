import { LeaderEpochs } from "../../structures/log/leader-epochs.ts";
import { brokerName, type ClusterContext, CONTROLLER } from "./cluster-context.ts";
import type { FetchRequest, ListOffsetsRequest, Message, ProduceRequest } from "./messages.ts";
import { Replica } from "./replica.ts";
import { diverges, refuse } from "./replies.ts";
import { RetentionSchedule } from "./retention-schedule.ts";

/** A machine of the cluster: a process that serves requests, and a disk that outlives it. */
export class Broker {
  readonly id: number;
  state: "up" | "down" | "isolated" = "up";
  /** Since when nobody has heard from it, in ms; null while it can be heard. */
  silentSince: number | null = null;
  readonly replicas = new Map<number, Replica>();
  readonly retention: RetentionSchedule;
  readonly #context: ClusterContext;

  constructor(id: number, context: ClusterContext) {
    this.id = id;
    this.#context = context;
    this.retention = new RetentionSchedule(this, context);
  }

  get name(): string {
    return brokerName(this.id);
  }

  /** Give it a copy of a partition. */
  host(partition: number): Replica {
    const replica = new Replica(partition, this.id, this.#context, this.retention);
    this.replicas.set(partition, replica);
    return replica;
  }

  /** Start its process, and have it tell the controller unless the cluster is only being built. */
  start(announce: boolean): void {
    const { network } = this.#context;
    this.state = "up";
    this.silentSince = null;
    network.attach(this.name, (message) => this.#hear(message));
    if (announce) network.send(this.name, CONTROLLER, { kind: "register", broker: this.id, started: true });
    this.retention.look();
  }

  /** Its process dies. The disk stays as it is. */
  die(): void {
    this.state = "down";
    this.silentSince ??= this.#context.kernel.now;
    this.#context.network.detach(this.name);
    this.retention.stop();
    for (const replica of this.replicas.values()) replica.halt();
  }

  /** A connection to another broker is gone: what waited on it is void. */
  disconnected(other: number): void {
    for (const { leadership } of this.replicas.values()) leadership?.disconnected(other);
  }

  /** It can reach the others again. */
  reconnected(): void {
    this.state = "up";
    this.silentSince = null;
    this.#context.network.send(this.name, CONTROLLER, { kind: "register", broker: this.id, started: false });
    for (const { leadership, following } of this.replicas.values()) {
      leadership?.reconnected();
      following?.ask();
    }
  }

  /** Another broker can be reached again. */
  meets(other: number): void {
    for (const { following } of this.replicas.values()) if (following?.leader === other) following.ask();
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case "produce":
        this.#produce(message);
        break;
      case "fetch":
        this.#fetch(message);
        break;
      case "list-offsets":
        this.#listOffsets(message);
        break;
      case "partition-state":
        this.#obey(message);
        break;
      case "fetch-due":
        this.#leadership(message.partition)?.fetchDue(message.request);
        break;
      case "acks-due":
        this.#leadership(message.partition)?.acksDue(message.request);
        break;
      case "lag-due":
        this.#leadership(message.partition)?.lagDue();
        break;
      case "refetch":
        this.replicas.get(message.partition)?.following?.resume();
        break;
      case "retention":
        this.retention.pass();
        break;
      case "fetched":
      case "diverging":
      case "out-of-range":
        this.#answered(this.replicas.get(message.partition), message);
        break;
      case "refused":
        for (const replica of this.replicas.values()) this.#answered(replica, message);
        break;
    }
  }

  #obey({ partition, state, settles }: Extract<Message, { readonly kind: "partition-state" }>): void {
    const { tell, picture } = this.#context;
    tell("partition-state", { partition, broker: this.id, leader: state.leader, isr: state.isr });
    picture.touch({ partition, broker: this.id });
    this.replicas.get(partition)?.obey(state, settles);
  }

  #answered(replica: Replica | undefined, message: Extract<Message, { readonly answers: number }>): void {
    if (replica?.following?.awaits(message.answers)) replica.following.hear(message);
  }

  #leadership(partition: number) {
    return this.replicas.get(partition)?.leadership;
  }

  #produce(produce: ProduceRequest): void {
    const leadership = this.#leadership(produce.partition);
    if (leadership === undefined) this.#refuse(produce, "NOT_LEADER_OR_FOLLOWER");
    else leadership.produce(produce);
  }

  #fetch(fetch: FetchRequest): void {
    const replica = this.replicas.get(fetch.partition);
    const leadership = replica?.leadership;
    if (replica === undefined || leadership === undefined) {
      this.#refuse(fetch, "NOT_LEADER_OR_FOLLOWER");
    } else if (fetch.follower === null) {
      leadership.consumers.fetch(fetch);
    } else if (fetch.follower.leaderEpoch < leadership.epoch) {
      this.#refuse(fetch, "FENCED_LEADER_EPOCH");
    } else if (fetch.follower.leaderEpoch > leadership.epoch) {
      this.#refuse(fetch, "UNKNOWN_LEADER_EPOCH");
    } else {
      this.#replicate(fetch, fetch.follower, replica);
    }
  }

  #replicate(fetch: FetchRequest, follower: NonNullable<FetchRequest["follower"]>, replica: Replica): void {
    const { network, tell } = this.#context;
    const { log, partition } = replica;
    const answers = fetch.request;
    const drawn = { kind: "refuse", partition, records: [] } as const;
    if (diverges(log, follower.lastEpoch, fetch.offset)) {
      tell("diverging", { partition, broker: this.id, follower: follower.broker, offset: fetch.offset });
      const { logEndOffset, highWatermark, epochs } = log;
      const leader = { logEndOffset, highWatermark, epochs: copyOf(epochs) };
      network.send(
        this.name,
        fetch.from,
        { kind: "diverging", answers, partition, leader },
        { ...drawn, error: null },
      );
    } else if (fetch.offset < log.logStartOffset || fetch.offset > log.logEndOffset) {
      const error = "OFFSET_OUT_OF_RANGE";
      tell("refuse", { partition, broker: this.id, error, offset: fetch.offset });
      const { logStartOffset: logStart, logEndOffset: logEnd } = log;
      network.send(
        this.name,
        fetch.from,
        { kind: "out-of-range", answers, partition, logStart, logEnd },
        { ...drawn, error },
      );
    } else {
      replica.leadership?.fetch(fetch, follower.broker);
    }
  }

  #listOffsets(request: ListOffsetsRequest): void {
    const replica = this.replicas.get(request.partition);
    if (replica?.leadership === undefined) {
      this.#refuse(request, "NOT_LEADER_OR_FOLLOWER");
      return;
    }
    const { logStartOffset: logStart, highWatermark } = replica.log;
    this.#context.tell("list-offsets", {
      partition: request.partition,
      broker: this.id,
      logStart,
      highWatermark,
    });
    const found = request.timestamp === null ? null : replica.firstSince(request.timestamp);
    this.#context.network.send(this.name, request.from, {
      kind: "offsets",
      answers: request.request,
      logStart,
      highWatermark,
      found,
    });
  }

  #refuse(
    request: ProduceRequest | FetchRequest | ListOffsetsRequest,
    error: "NOT_LEADER_OR_FOLLOWER" | "FENCED_LEADER_EPOCH" | "UNKNOWN_LEADER_EPOCH",
  ): void {
    const { partition } = request;
    this.#context.tell("refuse", { partition, broker: this.id, error });
    this.#context.picture.touch({ partition, broker: this.id });
    refuse(this.#context, this.name, request, error);
  }
}

function copyOf({ entries }: LeaderEpochs): LeaderEpochs {
  const copy = new LeaderEpochs();
  copy.entries = entries;
  return copy;
}

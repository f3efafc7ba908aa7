import { DomainError } from "../../kernel/domain-error.ts";
import { Kernel } from "../../kernel/kernel.ts";
import type { Plain } from "../../kernel/plain.ts";
import { KafkaError } from "../../structures/log/kafka-error.ts";
import type { LogRecord as StoredRecord } from "../../structures/log/record-batch.ts";
import type { Context } from "../define-system.ts";
import { AcknowledgedLedger } from "./acknowledged-ledger.ts";
import { Broker } from "./broker.ts";
import { type ClusterContext, CONTROLLER, COORDINATOR, type ConsumerFault } from "./cluster-context.ts";
import { ClusterPicture } from "./cluster-picture.ts";
import { ConsumerGroups } from "./consumer-groups.ts";
import { Controller } from "./controller.ts";
import { GroupCoordinator } from "./group-coordinator.ts";
import type { LogRecord, LogState } from "./log-state.ts";
import type { Message } from "./messages.ts";
import { MetadataImage } from "./metadata-image.ts";
import { type Link, Network } from "./network.ts";
import { findOffset } from "./offset-lookup.ts";
import type { Settings } from "./parameters.ts";
import { ProducerClient } from "./producer-client.ts";
import { partitionConfig, type Replica } from "./replica.ts";
import { RunningLog } from "./running-log.ts";
import { timeMerge } from "./time-merge.ts";

const TOPIC = "trades";

/** A follower asks, hears the high watermark, and asks again. */
const ROUND_TRIPS_TO_REST = 2;

/**
 * A Kafka-style cluster at work: a topic on brokers, a controller, a producer and groups of consumers. What is asked of it
 * only begins; running its kernel makes it happen.
 */
export class DistributedLogSystem {
  readonly kernel = new Kernel();
  readonly image: MetadataImage;
  readonly producer: ProducerClient;
  readonly groups: ConsumerGroups;
  readonly controller: Controller;
  readonly picture: ClusterPicture;
  readonly network: Network;
  lookup: LogState["lookup"] = null;
  #merged: LogState["merged"] = null;
  readonly #settings: { -readonly [name in keyof Settings]: Settings[name] };
  readonly #brokers: readonly Broker[];
  readonly #machines: ReadonlyMap<string, Broker>;
  readonly #ledger: AcknowledgedLedger;
  readonly #tell: Context["trace"];
  readonly #coordinator: GroupCoordinator;
  readonly #code = new RunningLog(this.kernel);
  readonly #shown = new WeakMap<StoredRecord, LogRecord>();

  /** @param consumerFault what its consumers do wrong, if they are broken on purpose */
  constructor(settings: Settings, { trace, random }: Context, consumerFault: ConsumerFault = "none") {
    this.#settings = { ...settings };
    this.#tell = trace;
    const { partitions, brokers, replication, latency } = settings;
    this.kernel.now = -ROUND_TRIPS_TO_REST * 2 * latency;
    const shown = this.#shown;
    this.image = new MetadataImage(partitions, brokers, replication);
    this.picture = new ClusterPicture(
      {
        topic: TOPIC,
        shown,
        registration: (partition) => this.image.get(partition),
        replica: (partition, broker) => this.replica(partition, broker),
        broker: (id) => this.broker(id),
        account: (partition) => this.#ledger.account(partition),
      },
      partitions,
      brokers,
    );
    this.#ledger = new AcknowledgedLedger(partitions, {
      replicas: (partition) => this.replicasOf(partition),
      leader: (partition) => this.leaderOf(partition),
      changed: (partition) => this.picture.partition(partition),
    });
    this.network = new Network(
      this.kernel,
      latency,
      trace,
      (from, to, message) => this.#link(from, to, message),
      (from, to, message, link) => this.#undelivered(from, to, message, link),
    );
    let requests = 0;
    const context: ClusterContext = {
      kernel: this.kernel,
      network: this.network,
      settings: this.#settings,
      consumerFault,
      code: this.#code,
      image: this.image,
      picture: this.picture,
      ledger: this.#ledger,
      shown,
      tell: (mark, detail = {}) => this.#tell(mark, detail),
      nextRequest: () => requests++,
    };
    this.#brokers = Array.from({ length: brokers }, (_, i) => new Broker(i + 1, context));
    this.#machines = new Map(this.#brokers.map((broker) => [broker.name, broker]));
    for (let partition = 0; partition < partitions; partition++) {
      for (const id of this.image.get(partition).replicas) this.broker(id).host(partition);
    }
    this.controller = new Controller(context, {
      partitionsOf: (broker) => this.broker(broker).replicas.keys(),
      silentSince: (broker) => this.broker(broker).silentSince,
      membership: () => this.#coordinator.membershipChanged(),
    });
    const connects = (broker: number) => this.broker(broker).state !== "down";
    this.producer = new ProducerClient(context, random.fork("partitioner"), connects);
    this.#coordinator = new GroupCoordinator(context, {
      isFenced: (broker) => this.controller.isFenced(broker),
      isReachable: connects,
    });
    this.groups = new ConsumerGroups(context, this.#coordinator, connects, (partition) =>
      this.leaderOf(partition),
    );
    for (const broker of this.#brokers) broker.start(false);
    for (let partition = 0; partition < partitions; partition++) this.#begin(partition);
    // Followers have asked their leaders before anything is seen: the run begins with a cluster at rest.
    this.kernel.run(0);
  }

  /** Send one record on its way. Returns its partition. @param inDetail whether to tell how the partition is chosen */
  produce(key: string | null, value: string | null, inDetail = false): number {
    return this.producer.produce(key, value, inDetail);
  }

  /**
   * Have a consumer poll once. Returns the records that were at hand, at most so many as a poll may return; when none were,
   * it asks the brokers, and they are returned to it as the kernel runs.
   *
   * @throws RangeError when there is no such consumer
   * @throws DomainError while it is joining or busy
   * @throws KafkaError OFFSET_OUT_OF_RANGE when its offset is gone and the reset policy is `error`
   */
  consume(group: string, member: string): Plain {
    return this.groups.consume(group, member);
  }

  broker(id: number): Broker {
    const broker = this.#brokers[id - 1];
    if (broker === undefined)
      throw new RangeError(`broker must be from 1 to ${this.#brokers.length}; got ${id}`);
    return broker;
  }

  replica(partition: number, broker: number): Replica {
    return this.broker(broker).replicas.get(partition) as Replica;
  }

  replicasOf(partition: number): readonly Replica[] {
    return this.image.get(partition).replicas.map((broker) => this.replica(partition, broker));
  }

  /** The replica that the controller has chosen to lead, if there is one. */
  leaderOf(partition: number): Replica | undefined {
    const leader = this.image.leader(partition);
    return leader === null ? undefined : this.replica(partition, leader);
  }

  /** Pull the plug of a broker. @throws DomainError when it is down already */
  kill(id: number): undefined {
    const broker = this.broker(id);
    if (broker.state === "down") throw new DomainError(`broker ${id} is down already`);
    const known = broker.silentSince !== null;
    broker.die();
    this.#tell("kill", { broker: id });
    if (!known) this.controller.misses(id, this.kernel.now);
    for (const other of this.#brokers) if (other.state !== "down") other.disconnected(id);
    this.producer.lose(id);
    this.groups.lose(id);
    this.picture.broker(id);
    this.picture.touch({ broker: id });
  }

  /** Start a broker that is down. @throws DomainError when it is not */
  restart(id: number): undefined {
    const broker = this.broker(id);
    if (broker.state !== "down") throw new DomainError(`broker ${id} is not down`);
    broker.start(true);
    this.#tell("restart", { broker: id });
    this.picture.broker(id);
    this.picture.touch({ broker: id });
  }

  /** Cut a broker off from the controller and the other brokers; clients still reach it. @throws DomainError when it is not up */
  isolate(id: number): undefined {
    const broker = this.broker(id);
    if (broker.state !== "up") throw new DomainError(`broker ${id} is ${broker.state}`);
    broker.state = "isolated";
    broker.silentSince = this.kernel.now;
    this.#tell("isolate", { broker: id });
    this.controller.misses(id, this.kernel.now);
    for (const other of this.#brokers) {
      if (other === broker || other.state === "down") continue;
      other.disconnected(id);
      broker.disconnected(other.id);
    }
    this.picture.broker(id);
    this.picture.touch({ broker: id });
  }

  /** Mend the network around every broker that is cut off. Returns how many there were. */
  heal(): number {
    const isolated = this.#brokers.filter(({ state }) => state === "isolated");
    for (const broker of isolated) {
      broker.state = "up";
      this.#tell("heal", { broker: broker.id });
      this.picture.broker(broker.id);
      this.picture.touch({ broker: broker.id });
    }
    for (const broker of isolated) {
      broker.reconnected();
      for (const other of this.#brokers) if (other.state === "up") other.meets(broker.id);
    }
    return isolated.length;
  }

  /** Have every broker that is up apply retention now. Returns how many segments went. */
  enforceRetention(): number {
    let count = 0;
    for (const { state, replicas, retention } of this.#brokers) {
      if (state === "down") continue;
      for (const replica of replicas.values()) count += retention.enforce(replica);
    }
    return count;
  }

  /** Have every broker that is up compact its closed segments now. Returns how many records went. */
  compact(): number {
    let count = 0;
    for (const { state, replicas, retention } of this.#brokers) {
      if (state === "down") continue;
      for (const replica of replicas.values()) count += retention.compact(replica);
    }
    return count;
  }

  /** Elect a leader at any price. @throws KafkaError when there is one, or nobody can be */
  electUncleanly(partition: number): undefined {
    this.#check(partition);
    const refusal = this.controller.electUncleanly(partition);
    if (refusal !== undefined && refusal !== "NOT_APPLICABLE") {
      throw new KafkaError(refusal, `partition ${partition}`);
    }
  }

  /**
   * Find an offset in the log of the leader, or of the first replica when there is none. Returns its place in bytes.
   *
   * @throws KafkaError OFFSET_OUT_OF_RANGE
   */
  find(partition: number, offset: number): number {
    this.#check(partition);
    const replica = this.leaderOf(partition) ?? (this.replicasOf(partition)[0] as Replica);
    const shown = (lookup: LogState["lookup"]) => {
      this.lookup = lookup;
    };
    this.picture.touch({ partition, broker: replica.broker });
    return findOffset(replica, offset, shown, this.#tell).found?.place ?? 0;
  }

  /** Merge the newest readable records of all partitions by timestamp, so many of them. Returns how many that does not order. */
  mergeByTime(most: number): number {
    const leaders = Array.from({ length: this.image.length }, (_, partition) => this.leaderOf(partition));
    const led = leaders.filter((replica) => replica !== undefined);
    this.#merged = timeMerge(led, most, this.#shown);
    return this.#merged.undecided;
  }

  /** Lay aside what the last operation left on show. @param hasSource whether the next one shows code of its own */
  layAside(hasSource: boolean): void {
    this.lookup = null;
    this.#merged = null;
    if (hasSource) this.#code.clear();
    else this.#code.end();
  }

  /** Change a parameter in the middle of the run. */
  adjust(parameter: string, value: Plain): void {
    Object.assign(this.#settings, { [parameter]: value });
    this.network.latency = this.#settings.latency;
    if (parameter === "unclean") this.controller.reconsider();
    if (parameter === "polling") this.groups.pollingChanged();
    const config = partitionConfig(this.#settings);
    for (const { replicas, retention } of this.#brokers) {
      for (const { log } of replicas.values()) log.configure(config);
      retention.look();
    }
  }

  snapshot(): LogState {
    const { replication, minInSync, unclean, retentionMs, retentionBytes, compact, brokers } = this.#settings;
    return {
      time: this.kernel.now,
      topic: TOPIC,
      replication: Math.min(replication, brokers),
      minInSync,
      unclean: unclean === "on",
      retention: {
        ms: retentionMs < 0 ? null : retentionMs,
        bytes: retentionBytes < 0 ? null : retentionBytes,
        compact: compact === "on",
      },
      ...this.picture.snapshot(),
      producer: this.producer.snapshot(),
      flights: this.network.flights,
      lookup: this.lookup,
      merged: this.#merged,
      code: this.#code.shown,
      compacted: this.picture.compacted,
    };
  }

  #check(partition: number): void {
    if (partition < this.image.length) return;
    throw new RangeError(`partition must be from 0 to ${this.image.length - 1}; got ${partition}`);
  }

  /** A partition whose leader and followers have been at it since before the run began. */
  #begin(partition: number): void {
    const state = this.image.get(partition);
    this.picture.led(partition, -1, state.leader);
    for (const replica of this.replicasOf(partition)) replica.obey(state, false);
  }

  #link(from: string, to: string, message: Message): Link {
    if (to === COORDINATOR && "group" in message) {
      return this.#coordinator.hostOf(message.group) === null ? "refused" : "open";
    }
    const [a, b] = [this.#machine(from), this.#machine(to)];
    // The controller never dies; clients reach a broker that is cut off from the others.
    const inside = (a !== null || from === CONTROLLER) && (b !== null || to === CONTROLLER);
    if (inside && (a?.state === "isolated" || b?.state === "isolated")) return "silent";
    return b?.state === "down" ? "refused" : "open";
  }

  #machine(name: string): Broker | null {
    return this.#machines.get(name) ?? null;
  }

  /** Whoever waits for an answer hears that there will be none: at once when a machine refuses, else when its patience is over. */
  #undelivered(from: string, to: string, message: Message, link: Link): void {
    const asks = "request" in message && "from" in message;
    const request = asks ? message.request : "answers" in message ? message.answers : undefined;
    if (request === undefined) return;
    const waiting = asks ? from : to;
    const refused = "group" in message ? "COORDINATOR_NOT_AVAILABLE" : "NETWORK_EXCEPTION";
    const error = link === "refused" ? refused : "REQUEST_TIMED_OUT";
    const ms = link === "refused" ? this.network.latency : this.#settings.requestTimeout;
    this.network.alarm(waiting, ms, { kind: "refused", answers: request, error });
  }
}

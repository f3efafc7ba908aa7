import { changePartition, type PartitionEvent } from "../../structures/log/leader-election.ts";
import { brokerName, type ClusterContext, CONTROLLER } from "./cluster-context.ts";
import type { AlterPartition, Message } from "./messages.ts";

/** Decides who leads each partition and who counts as in sync, and tells the brokers. */
export class Controller {
  readonly #context: ClusterContext;
  readonly #fenced = new Set<number>();
  readonly #partitionsOf: (broker: number) => Iterable<number>;
  readonly #silentSince: (broker: number) => number | null;
  /** Told when a broker is taken for dead, or is back. */
  readonly #membership: () => void;

  constructor(
    context: ClusterContext,
    cluster: {
      readonly partitionsOf: (broker: number) => Iterable<number>;
      readonly silentSince: (broker: number) => number | null;
      readonly membership: () => void;
    },
  ) {
    this.#context = context;
    this.#partitionsOf = cluster.partitionsOf;
    this.#silentSince = cluster.silentSince;
    this.#membership = cluster.membership;
    context.network.attach(CONTROLLER, (message) => this.#hear(message));
  }

  /** Whether it takes a broker for dead. */
  isFenced(broker: number): boolean {
    return this.#fenced.has(broker);
  }

  /** A broker has fallen silent: when it stays so for too long, it is taken for dead. */
  misses(broker: number, since: number): void {
    const { network, settings } = this.#context;
    network.alarm(CONTROLLER, settings.brokerTimeout, { kind: "broker-silent", broker, since });
  }

  /** Look for a leader of every partition that has none, at the price of committed records. */
  electUncleanly(partition: number): ReturnType<typeof changePartition>["refusal"] {
    return this.#change(partition, { kind: "electUnclean" });
  }

  /** The rules of election have changed: leaderless partitions may have a leader now. */
  reconsider(): void {
    if (this.#context.settings.unclean === "off") return;
    for (let partition = 0; partition < this.#context.image.length; partition++) {
      if (this.#context.image.leader(partition) === null) this.#change(partition, { kind: "electUnclean" });
    }
  }

  #hear(message: Message): void {
    switch (message.kind) {
      case "broker-silent":
        if (this.#silentSince(message.broker) === message.since) this.#fence(message.broker);
        break;
      case "register":
        this.#register(message.broker, message.started);
        break;
      case "alter-partition":
        this.#alter(message);
        break;
    }
  }

  #register(broker: number, started: boolean): void {
    // A broker that started again before anybody missed it has forgotten what it was doing all the same.
    if (started && !this.#fenced.has(broker)) this.#fence(broker);
    this.#context.tell("register", { broker });
    this.#context.picture.touch({ broker });
    const wasFenced = this.#fenced.delete(broker);
    for (const partition of this.#partitionsOf(broker)) {
      if (wasFenced) this.#change(partition, { kind: "unfence", broker });
      else this.#inform(partition, broker);
    }
    if (wasFenced) this.#membership();
  }

  #fence(broker: number): void {
    if (this.#fenced.has(broker)) return;
    this.#fenced.add(broker);
    this.#context.tell("fence", { broker });
    this.#context.picture.touch({ broker });
    for (const partition of this.#partitionsOf(broker)) this.#change(partition, { kind: "fence", broker });
    this.#membership();
  }

  #alter(message: AlterPartition): void {
    const { partition, leaderEpoch, partitionEpoch, change, broker } = message;
    const { image } = this.#context;
    const state = image.get(partition);
    const stale = state.leaderEpoch !== leaderEpoch || state.partitionEpoch !== partitionEpoch;
    if (!stale) this.#change(partition, change);
    // Who asked is told how things stand, also when nothing came of it.
    if (image.get(partition) === state) this.#inform(partition, broker, true);
  }

  #change(partition: number, event: PartitionEvent): ReturnType<typeof changePartition>["refusal"] {
    const { image, settings, tell, picture, ledger } = this.#context;
    const before = image.get(partition);
    const { state, refusal } = changePartition(before, event, {
      uncleanElection: settings.unclean === "on",
      eligibleLeaderReplicas: false,
      minInsyncReplicas: settings.minInSync,
    });
    if (state === before) return refusal;
    image.set(partition, state);
    if (state.isr !== before.isr) tell("isr", { partition, isr: state.isr });
    if (state.leader !== before.leader) {
      tell("elect", { partition, leader: state.leader, epoch: state.leaderEpoch, clean: !state.recovering });
      picture.led(partition, before.leader, state.leader);
      picture.touch({ partition, broker: state.leader > 0 ? state.leader : null });
      ledger.leaderChanged(partition);
    }
    picture.partition(partition);
    if (state.partitionEpoch !== before.partitionEpoch || state.fenced !== before.fenced) {
      for (const broker of state.replicas) this.#inform(partition, broker);
    }
    return refusal;
  }

  #inform(partition: number, broker: number, settles = false): void {
    const state = this.#context.image.get(partition);
    this.#context.network.send(CONTROLLER, brokerName(broker), {
      kind: "partition-state",
      partition,
      state,
      settles,
    });
  }
}

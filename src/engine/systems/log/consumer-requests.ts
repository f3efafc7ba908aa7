import { brokerName, type ClusterContext } from "./cluster-context.ts";

/** Where a group is to go on reading. */
export type SeekTarget =
  | { readonly to: "offset"; readonly offset: number }
  | { readonly to: "earliest" | "latest" }
  | { readonly to: "timestamp"; readonly timestamp: number };

/** How far one partition is read. */
export interface Reading {
  /** The next offset to read; undefined until it is known. */
  next: number | undefined;
  /** Records returned since the last commit. */
  uncommitted: number;
  /** The question that is on its way, and to whom. */
  asked:
    | { readonly request: number; readonly broker: number; readonly what: "fetch" | "list-offsets" }
    | undefined;
  /** It has to ask where to go on, because of a seek, or because its offset is gone. */
  seeking: SeekTarget | "reset" | undefined;
  /** It cannot go on: the offset is gone and the policy is to stop. */
  stuck: boolean;
}

/** What a consumer asks the leaders of the partitions that it reads: one question for each at a time. */
export class ConsumerRequests {
  readonly #address: string;
  readonly #context: ClusterContext;
  readonly #connects: (broker: number) => boolean;

  /** @param connects whether the consumer reaches a broker now */
  constructor(address: string, context: ClusterContext, connects: (broker: number) => boolean) {
    this.#address = address;
    this.#context = context;
    this.#connects = connects;
  }

  /** Ask for records. */
  fetch(partition: number, reading: Reading, offset: number): void {
    const { settings, network } = this.#context;
    const broker = this.#leaderOf(partition);
    if (broker === undefined) return;
    const request = this.#context.nextRequest();
    reading.asked = { request, broker, what: "fetch" };
    const patience = settings.polling === "on" ? Number.POSITIVE_INFINITY : settings.fetchWait;
    const from = this.#address;
    const most = settings.pollSize;
    network.send(
      from,
      brokerName(broker),
      { kind: "fetch", request, from, partition, offset, follower: null, most, patience },
      { kind: "fetch", partition, records: [], error: null },
    );
  }

  /** Ask where the log begins and ends, or where a time is in it. */
  listOffsets(partition: number, reading: Reading): void {
    const broker = this.#leaderOf(partition);
    if (broker === undefined) return;
    const request = this.#context.nextRequest();
    const { seeking } = reading;
    const byTime = typeof seeking === "object" && seeking.to === "timestamp";
    const timestamp = byTime ? seeking.timestamp : null;
    reading.asked = { request, broker, what: "list-offsets" };
    const from = this.#address;
    this.#context.network.send(from, brokerName(broker), {
      kind: "list-offsets",
      request,
      from,
      partition,
      timestamp,
    });
  }

  /** The leader, if it can be asked; otherwise it is told when that changes. */
  #leaderOf(partition: number): number | undefined {
    const { image, network } = this.#context;
    const leader = image.leader(partition);
    if (leader !== null && this.#connects(leader)) return leader;
    image.watch(partition, () =>
      network.alarm(this.#address, 2 * network.latency, { kind: "metadata", partition }),
    );
    return undefined;
  }
}

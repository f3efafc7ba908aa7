import type { Plain } from "../../kernel/plain.ts";
import { resetOffset } from "../../structures/log/offset-reset.ts";
import type { ClusterContext } from "./cluster-context.ts";
import { ConsumerRequests, type Reading, type SeekTarget } from "./consumer-requests.ts";
import type { GroupPicture } from "./group-picture.ts";
import type { LogRecord, MemberState } from "./log-state.ts";
import type { ErrorName, Message } from "./messages.ts";
import { WorkInHand } from "./work-in-hand.ts";

interface Fetched {
  readonly offset: number;
  readonly record: LogRecord;
}

interface Member {
  readonly connects: (broker: number) => boolean;
  /** Told when a poll has given it something to do. */
  readonly busy: () => void;
  /** Told when everything in hand is processed. */
  readonly idle: () => void;
  readonly failed: (error: string) => void;
}

/** The part of a consumer that reads: positions, fetches, what was fetched and not yet returned, what is in hand. */
export class ConsumerReader {
  polled: MemberState["polled"] = Object.freeze([]);
  #polling = false;
  readonly #member: Member;
  readonly #id: string;
  readonly #address: string;
  readonly #group: GroupPicture;
  readonly #context: ClusterContext;
  readonly #requests: ConsumerRequests;
  readonly #readings = new Map<number, Reading>();
  #fetched: { readonly partition: number; readonly records: readonly Fetched[] }[] = [];
  readonly #work: WorkInHand;
  #owned: readonly number[] = Object.freeze([]);

  constructor(id: string, address: string, group: GroupPicture, context: ClusterContext, member: Member) {
    this.#id = id;
    this.#address = address;
    this.#group = group;
    this.#context = context;
    this.#member = member;
    this.#requests = new ConsumerRequests(address, context, member.connects);
    this.#work = new WorkInHand(address, group, context, member.idle);
  }

  get owned(): readonly number[] {
    return this.#owned;
  }

  get inHand(): number {
    return this.#work.size;
  }

  get isBusy(): boolean {
    return this.#work.size > 0;
  }

  /** A partition at which it cannot go on: its offset is gone and the policy is to stop. */
  get stuckAt(): number | undefined {
    return [...this.#readings].find(([, { stuck }]) => stuck)?.[0];
  }

  get isPolling(): boolean {
    return this.#polling;
  }

  get uncommitted(): number {
    let sum = 0;
    for (const { uncommitted } of this.#readings.values()) sum += uncommitted;
    return sum;
  }

  uncommittedOffsets(): ReadonlyMap<number, number> {
    const offsets = new Map<number, number>();
    for (const [partition, { next }] of this.#readings) {
      if (next !== undefined && next !== this.#group.position(partition).committed)
        offsets.set(partition, next);
    }
    return offsets;
  }

  uncommittedCounts(): ReadonlyMap<number, number> {
    return new Map([...this.#readings].map(([partition, { uncommitted }]) => [partition, uncommitted]));
  }

  /** The coordinator has written down what was read when there were so many uncommitted records. */
  committed(counts: ReadonlyMap<number, number>): void {
    for (const [partition, count] of counts) {
      const reading = this.#readings.get(partition);
      if (reading !== undefined) reading.uncommitted = Math.max(0, reading.uncommitted - count);
    }
  }

  /** Partitions come to it; where to read them is not known yet. */
  assign(added: readonly number[]): void {
    for (const partition of added) {
      this.#readings.set(partition, {
        next: undefined,
        uncommitted: 0,
        asked: undefined,
        seeking: undefined,
        stuck: false,
      });
    }
    this.#owned = Object.freeze([...this.#readings.keys()].sort((a, b) => a - b));
  }

  /** It gives partitions back. */
  revoke(partitions: readonly number[]): void {
    for (const partition of partitions) {
      this.#readings.delete(partition);
      this.#group.release(partition, this.#id);
    }
    const left = this.#readings;
    this.#fetched = this.#fetched.filter(({ partition }) => left.has(partition));
    this.#owned = Object.freeze([...left.keys()].sort((a, b) => a - b));
    if (left.size === 0) this.#polling = false;
  }

  /** It goes on where the group had committed, or where the reset policy says. */
  start(offsets: ReadonlyMap<number, number | null>): void {
    this.#context.tell("start", {
      group: this.#group.id,
      member: this.#id,
      offsets: Object.fromEntries(offsets),
    });
    for (const [partition, committed] of offsets) {
      const reading = this.#readings.get(partition);
      if (reading === undefined || reading.next !== undefined) continue;
      if (committed === null) this.#reset(partition, reading);
      else this.#go(partition, reading, committed);
    }
    this.#fetchAll();
  }

  /** Returns what was at hand; when that is nothing, asks the brokers. */
  poll(): Plain {
    this.#polling = true;
    this.polled = Object.freeze([]);
    if (this.#fetched.length > 0) return this.#take();
    if (this.#readings.size === 0) this.#polling = false;
    this.#fetchAll();
    return [];
  }

  seek(partition: number, target: SeekTarget): void {
    const reading = this.#readings.get(partition);
    if (reading === undefined) return;
    this.#fetched = this.#fetched.filter((other) => other.partition !== partition);
    reading.asked = undefined;
    reading.stuck = false;
    if (target.to === "offset") {
      this.#go(partition, reading, target.offset);
    } else {
      reading.seeking = target;
      this.#requests.listOffsets(partition, reading);
    }
    if (this.#polling) this.#fetchAll();
  }

  /** It is gone: what it had in hand nobody works on. */
  end(): void {
    this.#work.abandon();
    this.#fetched = [];
    this.#polling = false;
  }

  lose(broker: number): void {
    const { network } = this.#context;
    for (const { asked } of this.#readings.values()) {
      if (asked?.broker !== broker) continue;
      const refused = { kind: "refused", answers: asked.request, error: "NETWORK_EXCEPTION" } as const;
      network.alarm(this.#address, network.latency, refused);
    }
  }

  hear(message: Message): void {
    if (message.kind === "processed") this.#work.done();
    else if (message.kind === "metadata") this.#fetchAll();
    else if ("answers" in message) this.#answered(message);
  }

  #answered(message: Extract<Message, { readonly answers: number }>): void {
    const found = [...this.#readings].find(([, { asked }]) => asked?.request === message.answers);
    if (found === undefined) return;
    const [partition, reading] = found;
    reading.asked = undefined;
    this.#context.picture.touch({ partition });
    if (message.kind === "fetched") this.#receive(partition, reading, message);
    else if (message.kind === "offsets") this.#found(partition, reading, message);
    else if (message.kind === "refused") this.#refused(partition, reading, message.error);
  }

  #receive(
    partition: number,
    reading: Reading,
    { batches }: Extract<Message, { readonly kind: "fetched" }>,
  ): void {
    const from = reading.next ?? 0;
    const records = batches.flatMap((batch) =>
      batch.records
        .filter(({ offset }) => offset >= from)
        .map((stored) => ({ offset: stored.offset, record: this.#context.shown.get(stored) as LogRecord })),
    );
    if (records.length > 0) {
      this.#fetched.push({ partition, records });
      if (this.#polling && !this.isBusy) this.#take();
    } else if ([...this.#readings.values()].every(({ asked }) => asked === undefined)) {
      this.#context.tell("poll-empty", { group: this.#group.id, member: this.#id });
      this.#polling = false;
    }
  }

  /** A poll returns: positions advance over exactly what it returns. */
  #take(): Plain {
    let room = this.#context.settings.pollSize;
    const chunks: MemberState["polled"][number][] = [];
    const held: { readonly partition: number; readonly offset: number; readonly record: LogRecord }[] = [];
    const returned: { partition: number; offset: number; key: string | null; value: string | null }[] = [];
    while (room > 0 && this.#fetched.length > 0) {
      const [first, ...others] = this.#fetched;
      if (first === undefined) break;
      const { partition } = first;
      const taken = first.records.slice(0, room);
      const rest = first.records.slice(room);
      this.#fetched = rest.length > 0 ? [{ partition, records: rest }, ...others] : others;
      room -= taken.length;
      const to = (taken.at(-1)?.offset ?? 0) + 1;
      const reading = this.#readings.get(partition) as Reading;
      chunks.push(
        Object.freeze({ partition, from: reading.next ?? 0, to, offsets: taken.map(({ offset }) => offset) }),
      );
      reading.next = to;
      reading.uncommitted += taken.length;
      const given = Math.max(this.#group.position(partition).given ?? 0, to);
      this.#group.move(partition, { position: to, given });
      for (const { offset, record } of taken) {
        held.push({ partition, offset, record });
        returned.push({ partition, offset, key: record.key, value: record.value });
      }
    }
    if (this.#context.consumerFault === "advances-all") chunks.push(...this.#passOver());
    this.polled = Object.freeze(chunks);
    this.#polling = false;
    const { picture } = this.#context;
    this.#context.tell("poll", { group: this.#group.id, member: this.#id, records: returned });
    const [first] = chunks;
    picture.touch({
      partition: first?.partition ?? null,
      member: this.#address,
      records: held.map(({ record }) => record.id),
    });
    if (this.#context.settings.processing > 0 && held.length > 0) this.#member.busy();
    this.#work.take(held);
    return returned;
  }

  /** Broken: positions advance over what was fetched and not returned, and nobody will ever read it. */
  #passOver(): MemberState["polled"] {
    const passed = this.#fetched.map(({ partition, records }) => {
      const reading = this.#readings.get(partition) as Reading;
      const from = reading.next ?? 0;
      const to = (records.at(-1)?.offset ?? 0) + 1;
      reading.next = to;
      this.#group.skipped += records.length;
      this.#group.move(partition, { position: to });
      return Object.freeze({ partition, from, to, offsets: Object.freeze([]) });
    });
    this.#fetched = [];
    return passed;
  }

  #go(partition: number, reading: Reading, offset: number): void {
    reading.next = offset;
    reading.uncommitted = 0;
    this.#group.move(partition, { position: offset });
    this.#group.resume(partition, offset);
  }

  #fetchAll(): void {
    for (const [partition, reading] of this.#readings) {
      if (reading.asked !== undefined || reading.stuck) continue;
      if (reading.seeking !== undefined) this.#requests.listOffsets(partition, reading);
      else if (reading.next === undefined) continue;
      else if (this.#polling && !this.#fetched.some((other) => other.partition === partition)) {
        this.#requests.fetch(partition, reading, reading.next);
      }
    }
  }

  #found(
    partition: number,
    reading: Reading,
    { logStart, highWatermark, found }: Extract<Message, { readonly kind: "offsets" }>,
  ): void {
    const { seeking, next } = reading;
    reading.seeking = undefined;
    if (typeof seeking === "object") {
      const ends = seeking.to === "earliest" ? logStart : highWatermark;
      this.#go(partition, reading, found ?? ends);
    } else {
      const { resetPolicy } = this.#context.settings;
      // The policy may have been changed since it asked.
      const policy = resetPolicy === "error" ? "earliest" : resetPolicy;
      const { position, lost } = resetOffset(policy, next, { logStartOffset: logStart, highWatermark });
      this.#group.skipped += lost;
      this.#context.tell("reset", {
        group: this.#group.id,
        member: this.#id,
        partition,
        position,
        skipped: lost,
      });
      this.#go(partition, reading, position);
    }
    this.#fetchAll();
  }

  #refused(partition: number, reading: Reading, error: ErrorName): void {
    this.#member.failed(error);
    this.#context.tell("refused", { group: this.#group.id, member: this.#id, partition, error });
    if (error === "OFFSET_OUT_OF_RANGE") {
      // Broken: it takes the refusal for “nothing new”, and will ask for the same offset in its next poll.
      if (this.#context.consumerFault === "never-resets") this.#polling = false;
      else this.#reset(partition, reading);
      return;
    }
    const { network } = this.#context;
    network.alarm(this.#address, Math.max(100, 2 * network.latency), { kind: "metadata", partition });
  }

  #reset(partition: number, reading: Reading): void {
    if (this.#context.settings.resetPolicy === "error") {
      reading.stuck = true;
      this.#polling = false;
      this.#member.failed("OFFSET_OUT_OF_RANGE");
      return;
    }
    reading.seeking = "reset";
    this.#requests.listOffsets(partition, reading);
  }
}

import { DomainError } from "../../kernel/domain-error.ts";
import type { Plain } from "../../kernel/plain.ts";
import { assignors } from "../../structures/log/assignors/assignors.ts";
import { KafkaError } from "../../structures/log/kafka-error.ts";
import type { ClusterContext } from "./cluster-context.ts";
import { COORDINATOR } from "./cluster-context.ts";
import { ConsumerReader } from "./consumer-reader.ts";
import type { GroupCoordinator } from "./group-coordinator.ts";
import type { GroupPicture } from "./group-picture.ts";
import type { MemberState } from "./log-state.ts";
import type { AssignorName, ErrorName, GroupRequest, Message } from "./messages.ts";
import type { Alarm } from "./network.ts";

/** What the coordinator was asked, by the number of the request. */
type Asked =
  | { readonly what: "join" | "sync" | "heartbeat" | "leave" }
  | { readonly what: "fetch-offsets" }
  | { readonly what: "commit"; readonly counts: ReadonlyMap<number, number> };

type Draft<R> = R extends GroupRequest ? Omit<R, "request" | "from" | "group" | "member"> : never;

/** A consumer: it joins its group, says that it is alive, and reads what it is given. */
export class ConsumerMember {
  readonly id: string;
  readonly address: string;
  readonly reader: ConsumerReader;
  readonly #group: GroupPicture;
  readonly #context: ClusterContext;
  readonly #coordinator: GroupCoordinator;
  readonly #asked = new Map<number, Asked>();
  #state: MemberState["state"] = "joining";
  #assignedBy: AssignorName | undefined;
  /** What the sticky assignor gave it last: it tells of that when it joins, though by then it has given all back. */
  #remembered: readonly number[] = [];
  #generation = -1;
  /** A join, or the sync after it, is on its way. */
  #isJoining = false;
  #wantsToRejoin = false;
  #beat: Alarm | undefined;
  #pollDue: Alarm | undefined;
  #committedAt = 0;
  #error: string | null = null;

  constructor(
    id: string,
    group: GroupPicture,
    context: ClusterContext,
    coordinator: GroupCoordinator,
    connects: (broker: number) => boolean,
  ) {
    this.id = id;
    this.address = `${group.id}/${id}`;
    this.#group = group;
    this.#context = context;
    this.#coordinator = coordinator;
    this.reader = new ConsumerReader(id, this.address, group, context, {
      connects,
      busy: () => this.#watchPolls(),
      idle: () => this.#idle(),
      failed: (error) => this.#fail(error),
    });
    context.network.attach(this.address, (message) => this.#hear(message));
    this.join();
  }

  get state(): MemberState["state"] {
    return this.#state;
  }

  /** Poll once. Returns what was at hand; when that is nothing, it asks the brokers. */
  poll(): Plain {
    if (this.#state !== "stable")
      throw new DomainError(`consumer ${this.id} has no partitions yet: it is ${this.#state}`);
    if (this.reader.isBusy) throw new DomainError(`consumer ${this.id} is still busy with what it has`);
    const stuck = this.reader.stuckAt;
    if (stuck !== undefined) {
      throw new KafkaError(
        "OFFSET_OUT_OF_RANGE",
        `consumer ${this.id} in partition ${stuck}; the reset policy is error`,
      );
    }
    const { settings, kernel } = this.#context;
    if (settings.autoCommit === "on" && kernel.now - this.#committedAt >= settings.commitInterval)
      this.commit();
    this.#error = null;
    return this.reader.poll();
  }

  /** Commit what was returned, processed or not. */
  commit(): void {
    const offsets = this.reader.uncommittedOffsets();
    this.#committedAt = this.#context.kernel.now;
    if (offsets.size === 0 || this.#generation < 0) return;
    const counts = this.reader.uncommittedCounts();
    this.#context.tell("send-commit", {
      group: this.#group.id,
      member: this.id,
      offsets: Object.fromEntries(offsets),
    });
    this.#ask({ kind: "commit", generation: this.#generation, offsets }, { what: "commit", counts });
  }

  /** Leave in good order. */
  leave(): void {
    if (this.#context.settings.autoCommit === "on") this.commit();
    this.#ask({ kind: "leave" }, { what: "leave" });
    this.#end();
  }

  /** Die without a word: the group finds out when the session is over. */
  crash(): void {
    this.#state = "crashed";
    this.#end();
    this.#group.memberChanged(this.id);
  }

  /** The way in which the group divides its partitions has changed: join again. */
  rejoin(): void {
    this.#rejoinWhenIdle();
  }

  /** A broker has died: requests that it has not answered come back. */
  lose(broker: number): void {
    const { network } = this.#context;
    this.reader.lose(broker);
    if (this.#group.coordinator !== broker) return;
    for (const request of this.#asked.keys()) {
      const error = "COORDINATOR_NOT_AVAILABLE";
      network.alarm(this.address, network.latency, { kind: "refused", answers: request, error });
    }
  }

  snapshot(): MemberState {
    return Object.freeze({
      id: this.id,
      name: this.id,
      state: this.#state,
      owns: this.reader.owned,
      sessionUntil: this.#coordinator.group(this.#group.id)?.sessionUntil(this.id) ?? 0,
      uncommitted: this.reader.uncommitted,
      inHand: this.reader.inHand,
      polled: this.reader.polled,
      polling: this.reader.isPolling,
      error: this.#error,
    });
  }

  join(): void {
    const { tell } = this.#context;
    this.#group.rebalancing();
    const cooperative = assignors[this.#group.assignor].cooperative && this.#generation >= 0;
    if (!cooperative) {
      // Everything is given back before it joins. What was read is committed first, on the same connection.
      if (this.#context.settings.autoCommit === "on") this.commit();
      this.reader.revoke(this.reader.owned);
    }
    this.#isJoining = true;
    this.#wantsToRejoin = false;
    this.#state = "joining";
    tell("send-join", { group: this.#group.id, member: this.id });
    const owned = cooperative ? this.reader.owned : this.#remembered;
    this.#ask({ kind: "join", generation: this.#generation, owned }, { what: "join" });
    this.#group.memberChanged(this.id);
  }

  #end(): void {
    this.reader.end();
    for (const alarm of [this.#beat, this.#pollDue]) if (alarm !== undefined) alarm.cancelled = true;
    this.#context.network.detach(this.address);
  }

  #hear(message: Message): void {
    this.#context.picture.touch({ member: this.address });
    if ("answers" in message && this.#asked.has(message.answers)) this.#answered(message);
    else if (message.kind === "beat") this.#sendHeartbeat();
    else if (message.kind === "rejoin") this.#rejoinWhenIdle();
    else if (message.kind === "poll") this.#pollByItself();
    else if (message.kind === "poll-due") this.#isTooSlow();
    else this.reader.hear(message);
    this.#group.memberChanged(this.id);
  }

  #answered(message: Extract<Message, { readonly answers: number }>): void {
    const asked = this.#asked.get(message.answers);
    this.#asked.delete(message.answers);
    if (asked === undefined) return;
    switch (message.kind) {
      case "joined":
        this.#joined(message);
        break;
      case "synced":
        this.#synced(message.generation, message.owns);
        break;
      case "committed":
        if (asked.what === "commit") this.reader.committed(asked.counts);
        this.#context.tell("committed", { group: this.#group.id, member: this.id });
        this.#error = null;
        break;
      case "committed-offsets":
        this.reader.start(message.offsets);
        this.#pollByItself();
        break;
      case "refused":
        this.#refused(asked, message.error);
        break;
    }
  }

  #joined({ generation, assignor, members }: Extract<Message, { readonly kind: "joined" }>): void {
    this.#assignedBy = assignor;
    this.#generation = generation;
    const { topic } = this.#context.picture;
    const counts = { [topic]: this.#context.settings.partitions };
    const assignment =
      members === null
        ? null
        : new Map(
            [...assignors[assignor].assign(counts, members)].map(([id, held]) => [
              id,
              held.map(({ partition }) => partition),
            ]),
          );
    this.#context.tell("send-sync", { group: this.#group.id, member: this.id, leads: members !== null });
    this.#ask({ kind: "sync", generation, assignment }, { what: "sync" });
  }

  #synced(generation: number, owns: readonly number[]): void {
    this.#remembered = this.#assignedBy === "sticky" ? owns : [];
    const before = new Set(this.reader.owned);
    const after = new Set(owns);
    const revoked = this.reader.owned.filter((partition) => !after.has(partition));
    const added = owns.filter((partition) => !before.has(partition));
    this.#isJoining = false;
    this.#state = "stable";
    this.#context.tell("take", { group: this.#group.id, member: this.id, owns: [...owns], revoked });
    for (const partition of added) this.#group.move(partition, { owner: this.id });
    this.reader.assign(added);
    if (added.length > 0) this.#ask({ kind: "fetch-offsets", partitions: added }, { what: "fetch-offsets" });
    this.#group.heard(this.id, generation);
    this.#setBeat();
    if (revoked.length > 0) {
      // What has to move is given back now, and then everybody joins once more to hand it out.
      this.#state = "revoking";
      if (this.#context.settings.autoCommit === "on") this.commit();
      this.reader.revoke(revoked);
      this.#rejoinWhenIdle();
    } else {
      this.#pollByItself();
    }
  }

  #refused({ what }: Asked, error: ErrorName): void {
    this.#error = error;
    this.#context.tell("refused", { group: this.#group.id, member: this.id, error });
    switch (error) {
      case "REBALANCE_IN_PROGRESS":
        if (what !== "commit") this.#rejoinWhenIdle(what === "sync");
        break;
      case "ILLEGAL_GENERATION":
      case "UNKNOWN_MEMBER_ID":
        // Others have what it had: it lets go without a commit, which would be refused.
        this.#generation = -1;
        this.reader.revoke(this.reader.owned);
        this.#rejoinWhenIdle(what === "sync");
        break;
      default:
        if (what === "commit" || what === "heartbeat" || what === "leave") return;
        this.#isJoining = false;
        this.#coordinator.awaitHost(this.#group.id, this.address);
    }
  }

  /** It joins again in its next poll: what it has in hand is finished first. */
  #rejoinWhenIdle(afterSync = false): void {
    if (afterSync) this.#isJoining = false;
    if (this.#isJoining) return;
    if (this.reader.isBusy) this.#wantsToRejoin = true;
    else this.join();
  }

  /** It has finished what it had in hand. */
  #idle(): void {
    if (this.#pollDue !== undefined) this.#pollDue.cancelled = true;
    if (this.#wantsToRejoin) this.join();
    else if (this.#context.settings.polling === "on") {
      this.#context.network.alarm(this.address, 0, { kind: "poll" });
    }
  }

  #pollByItself(): void {
    const may =
      this.#state === "stable" &&
      this.reader.stuckAt === undefined &&
      !this.reader.isBusy &&
      !this.reader.isPolling;
    if (may && this.#context.settings.polling === "on") this.poll();
  }

  /** It has records in hand, and should be back for more before `max.poll.interval.ms` is over. */
  #watchPolls(): void {
    if (this.#pollDue !== undefined) this.#pollDue.cancelled = true;
    const { network, settings } = this.#context;
    this.#pollDue = network.alarm(this.address, settings.maxPollInterval, { kind: "poll-due" });
  }

  /** It is not back in time: it leaves its group, goes on with what it has in hand, and joins again in its next poll. */
  #isTooSlow(): void {
    if (!this.reader.isBusy || this.#generation < 0) return;
    this.#group.rebalancing();
    this.#context.tell("poll-interval-over", { group: this.#group.id, member: this.id });
    this.#ask({ kind: "leave" }, { what: "leave" });
    if (this.#beat !== undefined) this.#beat.cancelled = true;
    this.#generation = -1;
    this.#state = "late";
    this.#isJoining = false;
    this.#wantsToRejoin = true;
    this.reader.revoke(this.reader.owned);
  }

  #fail(error: string): void {
    this.#error = error;
  }

  #setBeat(): void {
    if (this.#beat !== undefined) this.#beat.cancelled = true;
    const { network, settings } = this.#context;
    this.#beat = network.alarm(this.address, settings.heartbeat, { kind: "beat" });
  }

  #sendHeartbeat(): void {
    this.#context.tell("send-heartbeat", { group: this.#group.id, member: this.id });
    // Its answer is heard only when it is a refusal.
    for (const [request, { what }] of this.#asked) if (what === "heartbeat") this.#asked.delete(request);
    this.#ask({ kind: "heartbeat", generation: this.#generation }, { what: "heartbeat" });
    this.#setBeat();
  }

  #ask(draft: Draft<GroupRequest>, asked: Asked): void {
    const { network } = this.#context;
    const request = this.#context.nextRequest();
    this.#asked.set(request, asked);
    const message = {
      ...draft,
      request,
      from: this.address,
      group: this.#group.id,
      member: this.id,
    } as GroupRequest;
    const drawn = {
      kind: "commit",
      at: this.#group.host,
      partition: -1,
      records: [],
      error: null,
    } as const;
    if (message.kind !== "commit") network.send(this.address, COORDINATOR, message);
    else network.send(this.address, COORDINATOR, message, { ...drawn, partition: firstOf(message.offsets) });
  }
}

function firstOf(offsets: ReadonlyMap<number, number>): number {
  return offsets.keys().next().value ?? -1;
}

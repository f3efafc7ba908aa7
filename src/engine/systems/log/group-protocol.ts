import type { GroupMember } from "../../structures/log/assignors/assignor.ts";
import { type ClusterContext, COORDINATOR } from "./cluster-context.ts";
import type { GroupPicture } from "./group-picture.ts";
import type {
  CommitRequest,
  ErrorName,
  GroupRequest,
  JoinRequest,
  Message,
  SyncRequest,
} from "./messages.ts";

/** `max.poll.interval.ms`: members that have not joined again after so long are out. */
const REBALANCE_TIMEOUT = 300_000;

interface Member {
  readonly id: string;
  readonly address: string;
  joining: JoinRequest | undefined;
  syncing: SyncRequest | undefined;
  /** With what it joined last. */
  owned: readonly number[];
  ownedGeneration: number;
  assigned: readonly number[];
  sessionUntil: number;
}

/** One group as its coordinator sees it: who is in it, in which generation, and what was committed. */
export class GroupProtocol {
  readonly picture: GroupPicture;
  readonly #context: ClusterContext;
  readonly #sessionsChanged: () => void;
  readonly #members = new Map<string, Member>();
  /** Members that have joined the rebalance under way. */
  #joined = 0;
  #phase: "empty" | "preparing" | "completing" | "stable" = "empty";
  /** It still waits whether more members come. */
  #delaying = false;
  #round = 0;
  #joinAlarm = { cancelled: true };
  #leader: string | undefined;
  /** Who owned what when everything was owned last. */
  #owners: ReadonlyMap<number, string> = new Map();

  constructor(picture: GroupPicture, context: ClusterContext, sessionsChanged: () => void) {
    this.picture = picture;
    this.#context = context;
    this.#sessionsChanged = sessionsChanged;
  }

  sessionUntil(member: string): number {
    return this.#members.get(member)?.sessionUntil ?? 0;
  }

  firstSessionEnd(): number {
    let first = Number.POSITIVE_INFINITY;
    for (const { joining, sessionUntil } of this.#members.values()) {
      if (joining === undefined) first = Math.min(first, sessionUntil);
    }
    return first;
  }

  hear(request: GroupRequest): void {
    this.#context.picture.touch({ member: `${request.group}/${request.member}` });
    switch (request.kind) {
      case "join":
        this.#join(request);
        break;
      case "sync":
        this.#sync(request);
        break;
      case "heartbeat":
        this.#heartbeat(request);
        break;
      case "leave":
        this.#context.tell("leave", { group: request.group, member: request.member });
        this.#remove(request.member);
        break;
      case "commit":
        this.#commit(request);
        break;
      case "fetch-offsets":
        this.#context.tell("fetch-offsets", { group: request.group, member: request.member });
        this.#answer(request, {
          kind: "committed-offsets",
          answers: request.request,
          offsets: new Map(
            request.partitions.map((partition) => [partition, this.picture.position(partition).committed]),
          ),
        });
        break;
    }
  }

  /** Remove the members whose session is over. */
  expireSessions(): void {
    const { now } = this.#context.kernel;
    for (const { id, joining, sessionUntil } of [...this.#members.values()]) {
      if (joining !== undefined || sessionUntil > now) continue;
      this.#context.tell("session-over", { group: this.picture.id, member: id });
      this.#context.picture.touch({ member: `${this.picture.id}/${id}` });
      this.#remove(id);
    }
  }

  /** It has waited long enough for members to join. */
  joinDue(round: number): void {
    if (round !== this.#round || this.#phase !== "preparing") return;
    this.#delaying = false;
    for (const { id, joining } of [...this.#members.values()]) if (joining === undefined) this.#forget(id);
    this.#complete();
  }

  /** Another broker goes on with what was written down: who waited for an answer has to ask again. */
  takeOver(): void {
    this.#context.tell("coordinator", { group: this.picture.id, broker: this.picture.coordinator });
    const { now } = this.#context.kernel;
    for (const member of this.#members.values()) {
      member.joining = undefined;
      member.syncing = undefined;
      member.sessionUntil = now + this.#context.settings.sessionTimeout;
    }
    this.#joined = 0;
    if (this.#phase === "preparing" || this.#phase === "completing") this.#prepare();
    this.#sessionsChanged();
  }

  #join(request: JoinRequest): void {
    const { member: id, group } = request;
    this.#context.tell("join", { group, member: id, generation: request.generation });
    const member = this.#members.get(id) ?? this.#add(id, request.from);
    if (member.joining === undefined) this.#joined += 1;
    member.joining = request;
    member.owned = request.owned;
    member.ownedGeneration = request.generation;
    if (this.#phase === "empty") {
      this.#prepare();
      const { joinDelay } = this.#context.settings;
      this.#delaying = joinDelay > 0;
      if (this.#delaying) this.#setJoinAlarm(joinDelay);
    } else if (this.#phase !== "preparing") {
      this.#prepare();
    }
    this.#completeIfAllJoined();
  }

  #add(id: string, address: string): Member {
    const member: Member = {
      id,
      address,
      joining: undefined,
      syncing: undefined,
      owned: [],
      ownedGeneration: -1,
      assigned: [],
      sessionUntil: this.#context.kernel.now + this.#context.settings.sessionTimeout,
    };
    this.#members.set(id, member);
    this.picture.readmit(id);
    return member;
  }

  #prepare(): void {
    this.#phase = "preparing";
    this.#delaying = false;
    for (const member of this.#members.values()) {
      if (member.syncing !== undefined) this.#refuse(member.syncing, "REBALANCE_IN_PROGRESS");
      member.syncing = undefined;
    }
    this.#setJoinAlarm(REBALANCE_TIMEOUT);
    this.picture.rebalancing();
  }

  #setJoinAlarm(ms: number): void {
    this.#round += 1;
    const due = { kind: "join-due", group: this.picture.id, round: this.#round } as const;
    this.#joinAlarm.cancelled = true;
    this.#joinAlarm = this.#context.network.alarm(COORDINATOR, ms, due);
  }

  #completeIfAllJoined(): void {
    const ready = this.#phase === "preparing" && !this.#delaying;
    if (ready && this.#joined === this.#members.size) this.#complete();
  }

  #complete(): void {
    this.#joinAlarm.cancelled = true;
    this.picture.generation += 1;
    if (this.#members.size === 0) {
      this.#phase = "empty";
      this.#leader = undefined;
      this.picture.emptied();
      return;
    }
    this.#phase = "completing";
    if (this.#leader === undefined || !this.#members.has(this.#leader)) {
      this.#leader = this.#members.keys().next().value;
    }
    const { generation, assignor, id: group } = this.picture;
    this.#context.tell("joined", { group, generation, members: this.#members.size });
    const members = [...this.#members.values()].map((member) => this.#described(member));
    for (const member of this.#members.values()) {
      const { joining } = member;
      member.joining = undefined;
      member.sessionUntil = this.#context.kernel.now + this.#context.settings.sessionTimeout;
      if (joining === undefined) continue;
      const leads = member.id === this.#leader;
      this.#answer(joining, {
        kind: "joined",
        answers: joining.request,
        generation,
        assignor,
        members: leads ? members : null,
      });
    }
    this.#joined = 0;
    this.picture.changed();
    this.#sessionsChanged();
  }

  #described({ id, owned, ownedGeneration: generation }: Member): GroupMember {
    const topic = this.#context.picture.topic;
    return { id, topics: [topic], owned: owned.map((partition) => ({ topic, partition })), generation };
  }

  #sync(request: SyncRequest): void {
    this.#context.tell("sync", { group: request.group, member: request.member });
    const member = this.#current(request);
    if (member === undefined) return;
    if (this.#phase === "preparing") {
      this.#refuse(request, "REBALANCE_IN_PROGRESS");
    } else if (this.#phase === "stable") {
      this.#handOut(member, request);
    } else {
      member.syncing = request;
      if (request.assignment !== null) this.#assign(request.assignment);
    }
  }

  #assign(assignment: ReadonlyMap<string, readonly number[]>): void {
    this.#phase = "stable";
    const owners = new Map<number, string>();
    for (const [id, partitions] of assignment) for (const partition of partitions) owners.set(partition, id);
    const moved = [...owners]
      .filter(([partition, owner]) => (this.#owners.get(partition) ?? owner) !== owner)
      .map(([partition]) => partition)
      .sort((a, b) => a - b);
    // In the first of two rounds some are on the move: only when everything is owned again, it is clear what moved.
    const isLast = owners.size === this.#context.image.length;
    if (isLast) this.#owners = owners;
    this.picture.assigned(moved, this.#members.keys(), isLast);
    this.#context.tell("assign", { group: this.picture.id, generation: this.picture.generation, moved });
    for (const member of this.#members.values()) {
      member.assigned = assignment.get(member.id) ?? [];
      if (member.syncing !== undefined) this.#handOut(member, member.syncing);
      member.syncing = undefined;
    }
  }

  #handOut(member: Member, request: SyncRequest): void {
    this.#answer(request, {
      kind: "synced",
      answers: request.request,
      generation: this.picture.generation,
      owns: member.assigned,
    });
  }

  #heartbeat(request: Extract<GroupRequest, { readonly kind: "heartbeat" }>): void {
    this.#context.tell("heartbeat", { group: request.group, member: request.member });
    const member = this.#current(request);
    if (member === undefined) return;
    member.sessionUntil = this.#context.kernel.now + this.#context.settings.sessionTimeout;
    this.picture.memberChanged(member.id);
    if (this.#phase === "preparing") this.#refuse(request, "REBALANCE_IN_PROGRESS");
  }

  #commit(request: CommitRequest): void {
    const member = this.#current(request);
    if (member === undefined) return;
    if (this.#phase === "completing") {
      this.#refuse(request, "REBALANCE_IN_PROGRESS");
      return;
    }
    const { group, member: id, offsets } = request;
    for (const [partition, committed] of offsets) this.picture.move(partition, { committed });
    this.#context.tell("commit", { group, member: id, offsets: Object.fromEntries(offsets) });
    this.#answer(request, { kind: "committed", answers: request.request, offsets });
  }

  /** The member that asks, if it is one and in this generation; otherwise it is refused. */
  #current(request: Extract<GroupRequest, { readonly generation: number }>): Member | undefined {
    const member = this.#members.get(request.member);
    if (member !== undefined && request.generation === this.picture.generation) return member;
    this.#refuse(request, member === undefined ? "UNKNOWN_MEMBER_ID" : "ILLEGAL_GENERATION");
    return undefined;
  }

  #remove(id: string): void {
    if (!this.#members.has(id)) return;
    this.#forget(id);
    if (this.#phase === "preparing") this.#completeIfAllJoined();
    else this.#prepare();
    if (this.#members.size === 0) this.#complete();
  }

  #forget(id: string): void {
    const member = this.#members.get(id);
    if (member?.joining !== undefined) this.#joined -= 1;
    this.#members.delete(id);
    this.picture.leave(id);
  }

  #answer(request: GroupRequest, answer: Message): void {
    this.#context.network.send(COORDINATOR, request.from, answer);
  }

  #refuse(request: GroupRequest, error: ErrorName): void {
    this.#context.tell("refuse", { group: request.group, member: request.member, error });
    this.#context.network.send(
      COORDINATOR,
      request.from,
      { kind: "refused", answers: request.request, error },
      { kind: "refuse", by: this.picture.host, partition: -1, records: [], error },
    );
  }
}

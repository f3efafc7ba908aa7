import type { ClusterContext } from "./cluster-context.ts";
import { COORDINATOR } from "./cluster-context.ts";
import type { GroupPicture } from "./group-picture.ts";
import { GroupProtocol } from "./group-protocol.ts";
import type { Message } from "./messages.ts";
import type { Alarm } from "./network.ts";

/**
 * Keeps the members and the offsets of every group. Each group is kept by one broker, chosen by the group’s name; when
 * that broker is taken for dead, the next one takes over what was written down.
 */
export class GroupCoordinator {
  readonly #context: ClusterContext;
  readonly #isFenced: (broker: number) => boolean;
  readonly #isReachable: (broker: number) => boolean;
  readonly #groups = new Map<string, GroupProtocol>();
  readonly #waiting = new Map<string, Set<string>>();
  #alarm: Alarm | undefined;

  constructor(
    context: ClusterContext,
    brokers: {
      readonly isFenced: (broker: number) => boolean;
      readonly isReachable: (broker: number) => boolean;
    },
  ) {
    this.#context = context;
    this.#isFenced = brokers.isFenced;
    this.#isReachable = brokers.isReachable;
    context.network.attach(COORDINATOR, (message) => this.#hear(message));
  }

  group(id: string): GroupProtocol | undefined {
    return this.#groups.get(id);
  }

  create(picture: GroupPicture): GroupProtocol {
    const group = new GroupProtocol(picture, this.#context, () => this.#watchSessions());
    this.#groups.set(picture.id, group);
    this.#place(group);
    return group;
  }

  /** The broker that keeps a group, if it can be reached. */
  hostOf(group: string): number | null {
    const host = this.#groups.get(group)?.picture.coordinator ?? null;
    return host !== null && this.#isReachable(host) ? host : null;
  }

  /** Tell a member when its group has found a broker again. */
  awaitHost(group: string, member: string): void {
    const waiting = this.#waiting.get(group) ?? new Set();
    this.#waiting.set(group, waiting.add(member));
  }

  /** Brokers were taken for dead, or are back. */
  membershipChanged(): void {
    for (const group of this.#groups.values()) this.#place(group);
  }

  #place(group: GroupProtocol): void {
    const { picture } = group;
    const before = picture.coordinator;
    if (before !== null && !this.#isFenced(before)) return;
    const { brokers } = this.#context.settings;
    const preferred = (javaHash(picture.id) & 0x7fffffff) % brokers;
    const candidates = Array.from({ length: brokers }, (_, i) => ((preferred + i) % brokers) + 1);
    picture.coordinator = candidates.find((broker) => !this.#isFenced(broker)) ?? null;
    picture.changed();
    if (picture.coordinator === null || picture.coordinator === before) return;
    group.takeOver();
    const { network } = this.#context;
    for (const member of this.#waiting.get(picture.id) ?? []) {
      network.alarm(member, network.latency, { kind: "rejoin" });
    }
    this.#waiting.delete(picture.id);
  }

  #hear(message: Message): void {
    if (message.kind === "sessions") {
      this.#alarm = undefined;
      for (const group of this.#groups.values()) {
        if (this.hostOf(group.picture.id) !== null) group.expireSessions();
      }
      this.#watchSessions();
    } else if (message.kind === "join-due") {
      this.#groups.get(message.group)?.joinDue(message.round);
    } else if ("group" in message) {
      this.#groups.get(message.group)?.hear(message);
    }
  }

  /** Have an alarm set for when the first session ends. */
  #watchSessions(): void {
    const { now } = this.#context.kernel;
    let first = Number.POSITIVE_INFINITY;
    for (const group of this.#groups.values()) {
      if (this.hostOf(group.picture.id) !== null) first = Math.min(first, group.firstSessionEnd());
    }
    if (first === Number.POSITIVE_INFINITY) return;
    if (this.#alarm !== undefined && this.#alarm.due > now && this.#alarm.due <= first) return;
    if (this.#alarm !== undefined) this.#alarm.cancelled = true;
    this.#alarm = this.#context.network.alarm(COORDINATOR, Math.max(0, first - now), { kind: "sessions" });
  }
}

/** `String.hashCode` of Java, by which Kafka chooses the broker of a group. */
function javaHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

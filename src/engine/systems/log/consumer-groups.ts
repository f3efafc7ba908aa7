import { DomainError } from "../../kernel/domain-error.ts";
import type { Plain } from "../../kernel/plain.ts";
import type { ClusterContext } from "./cluster-context.ts";
import { ConsumerMember } from "./consumer-member.ts";
import type { SeekTarget } from "./consumer-requests.ts";
import type { GroupCoordinator } from "./group-coordinator.ts";
import { GroupPicture } from "./group-picture.ts";
import type { AssignorName } from "./messages.ts";
import type { Replica } from "./replica.ts";

interface Group {
  readonly picture: GroupPicture;
  readonly members: Map<string, ConsumerMember>;
  /** How many it ever had: no name is given twice. */
  count: number;
}

/** The groups that read the topic, and their consumers: what a person may do to them. */
export class ConsumerGroups {
  readonly #groups = new Map<string, Group>();
  readonly #context: ClusterContext;
  readonly #coordinator: GroupCoordinator;
  readonly #connects: (broker: number) => boolean;
  readonly #leader: (partition: number) => Replica | undefined;

  constructor(
    context: ClusterContext,
    coordinator: GroupCoordinator,
    connects: (broker: number) => boolean,
    leader: (partition: number) => Replica | undefined,
  ) {
    this.#context = context;
    this.#coordinator = coordinator;
    this.#connects = connects;
    this.#leader = leader;
  }

  /** Start consumers in a group, and the group if it is new. Returns the name of the last. */
  add(id: string, count: number): string {
    const { heartbeat, sessionTimeout } = this.#context.settings;
    if (heartbeat >= sessionTimeout) {
      throw new DomainError(
        `a consumer refuses to start: its heartbeat, ${heartbeat} ms, must be shorter than its sessionTimeout, ${sessionTimeout} ms`,
      );
    }
    const group = this.#groups.get(id) ?? this.#create(id);
    let name = "";
    for (let i = 0; i < count; i++) {
      name = letters(group.count++);
      const member = new ConsumerMember(
        name,
        group.picture,
        this.#context,
        this.#coordinator,
        this.#connects,
      );
      group.members.set(name, member);
      group.picture.join(name, () => member.snapshot());
      this.#context.tell("add-consumer", { group: id, member: name });
      this.#context.picture.touch({ member: member.address });
    }
    return name;
  }

  remove(id: string, name: string): undefined {
    const { members } = this.#group(id);
    const member = this.#member(id, name);
    member.leave();
    members.delete(name);
    this.#context.tell("leave", { group: id, member: name });
    this.#context.picture.touch({ member: member.address });
  }

  crash(id: string, name: string): undefined {
    const member = this.#member(id, name);
    member.crash();
    this.#group(id).members.delete(name);
    this.#context.tell("crash", { group: id, member: name });
    this.#context.picture.touch({ member: member.address });
  }

  consume(id: string, name: string): Plain {
    const result = this.#member(id, name).poll();
    this.#group(id).picture.memberChanged(name);
    return result;
  }

  commit(id: string): undefined {
    const { members, picture } = this.#group(id);
    if (members.size === 0) throw new DomainError(`group ${id} has no consumer that could commit`);
    for (const [name, member] of members) {
      member.commit();
      picture.memberChanged(name);
    }
  }

  switchAssignor(id: string, assignor: AssignorName): undefined {
    const { members, picture } = this.#group(id);
    if (picture.assignor === assignor) {
      throw new DomainError(`group ${id} has the ${assignor} assignor already`);
    }
    picture.assignor = assignor;
    picture.changed();
    this.#context.tell("switch-assignor", { group: id, assignor });
    for (const member of members.values()) member.rejoin();
  }

  /** Have a group go on elsewhere: its consumers seek; where it has none, what it committed is changed. */
  seek(id: string, partition: number, target: SeekTarget): undefined {
    const { members, picture } = this.#group(id);
    this.#checkPartition(partition);
    this.#context.tell("seek", { group: id, partition, ...target });
    this.#context.picture.touch({ partition });
    const { owner } = picture.position(partition);
    const member = owner === null ? undefined : members.get(owner);
    if (member !== undefined) {
      member.reader.seek(partition, target);
      picture.memberChanged(member.id);
    } else if (picture.state === "empty") {
      const position = this.#resolve(partition, target);
      picture.move(partition, { committed: position, position });
    } else {
      throw new DomainError(`group ${id} is not empty, and nobody in it reads partition ${partition} now`);
    }
  }

  /** A broker has died. */
  lose(broker: number): void {
    for (const { members } of this.#groups.values())
      for (const member of members.values()) member.lose(broker);
  }

  /** Consumers poll by themselves from now on, or no longer. */
  pollingChanged(): void {
    for (const { members } of this.#groups.values()) {
      for (const { address } of members.values()) {
        if (this.#context.settings.polling === "on")
          this.#context.network.alarm(address, 0, { kind: "poll" });
      }
    }
  }

  #create(id: string): Group {
    const { settings, picture: cluster } = this.#context;
    const picture = new GroupPicture(id, settings.assignor, settings.partitions, (p) =>
      cluster.highWatermarkOf(p),
    );
    cluster.groups.set(id, picture);
    this.#coordinator.create(picture);
    const group: Group = { picture, members: new Map(), count: 0 };
    this.#groups.set(id, group);
    return group;
  }

  #group(id: string): Group {
    const group = this.#groups.get(id);
    if (group !== undefined) return group;
    const known = [...this.#groups.keys()].join(", ") || "none";
    throw new RangeError(`there is no group ${id}; groups: ${known}`);
  }

  #member(id: string, name: string): ConsumerMember {
    const { members } = this.#group(id);
    const member = members.get(name);
    if (member !== undefined) return member;
    const known = [...members.keys()].slice(0, 20).join(", ") || "none";
    throw new RangeError(`there is no consumer ${name} in group ${id}; consumers: ${known}`);
  }

  #checkPartition(partition: number): void {
    const { partitions } = this.#context.settings;
    if (partition < partitions) return;
    throw new RangeError(`partition must be from 0 to ${partitions - 1}; got ${partition}`);
  }

  #resolve(partition: number, target: SeekTarget): number {
    if (target.to === "offset") return target.offset;
    const leader = this.#leader(partition);
    if (leader === undefined) throw new DomainError(`partition ${partition} has no leader to ask`);
    if (target.to === "timestamp") return leader.firstSince(target.timestamp);
    return target.to === "earliest" ? leader.log.logStartOffset : leader.log.highWatermark;
  }
}

/** a, b, … z, aa, ab, … */
function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

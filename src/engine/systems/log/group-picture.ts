import { PersistentVector } from "../../kernel/persistent-vector.ts";
import { brokerName, COORDINATOR } from "./cluster-context.ts";
import { IdSet } from "./id-set.ts";
import type { GroupPosition, GroupState, MemberState } from "./log-state.ts";
import type { AssignorName } from "./messages.ts";

const NOBODY = PersistentVector.filled<never>(0, undefined as never);
const AT_START: GroupPosition = Object.freeze({
  committed: null,
  position: 0,
  lag: 0,
  given: null,
  owner: null,
});

/** What is to be seen of a group, and its account of what was processed. */
export class GroupPicture {
  readonly id: string;
  generation = 0;
  state: GroupState["state"] = "empty";
  assignor: AssignorName;
  coordinator: number | null = null;
  moved: readonly number[] = Object.freeze([]);
  skipped = 0;
  missed = 0;
  rebalances = 0;
  readonly #highWatermark: (partition: number) => number;
  readonly #done = new IdSet();
  #processed = 0;
  #twice = 0;
  #positions: PersistentVector<GroupPosition>;
  readonly #known = new Map<string, () => MemberState>();
  #places = new Map<string, number>();
  #sources: (() => MemberState)[] = [];
  #members: PersistentVector<MemberState> = NOBODY;
  readonly #stale = new Set<string>();
  #untold = new Set<string>();
  #isLastRound = true;
  readonly #abandoned = new Map<number, readonly { readonly offset: number; readonly record: number }[]>();
  #shown: GroupState | undefined;

  constructor(
    id: string,
    assignor: AssignorName,
    partitions: number,
    highWatermark: (partition: number) => number,
  ) {
    this.id = id;
    this.assignor = assignor;
    this.#highWatermark = highWatermark;
    this.#positions = PersistentVector.filled(partitions, AT_START);
    for (let partition = 0; partition < partitions; partition++) this.lagChanged(partition);
  }

  /** The place that its coordinator is drawn at. */
  get host(): string {
    return this.coordinator === null ? COORDINATOR : brokerName(this.coordinator);
  }

  position(partition: number): GroupPosition {
    return this.#positions.at(partition) as GroupPosition;
  }

  move(partition: number, change: Partial<Omit<GroupPosition, "lag">>): void {
    const next = { ...this.position(partition), ...change };
    const lag = this.#highWatermark(partition) - next.position;
    this.#positions = this.#positions.with(partition, Object.freeze({ ...next, lag }));
    this.changed();
  }

  /** The high watermark of a partition has moved. */
  lagChanged(partition: number): void {
    const { lag, position } = this.position(partition);
    if (lag !== this.#highWatermark(partition) - position) this.move(partition, {});
  }

  /** A member no longer reads a partition. */
  release(partition: number, member: string): void {
    if (this.position(partition).owner === member) this.move(partition, { owner: null });
  }

  /** A consumer is gone that had records in hand. */
  abandon(partition: number, offset: number, record: number): void {
    const abandoned = this.#abandoned.get(partition) ?? [];
    this.#abandoned.set(partition, [...abandoned, { offset, record }]);
  }

  /** Somebody goes on at an offset: what was abandoned below it, nobody will process. */
  resume(partition: number, offset: number): void {
    for (const one of this.#abandoned.get(partition) ?? []) {
      if (one.offset < offset && !this.#done.has(one.record)) this.missed += 1;
    }
    this.#abandoned.delete(partition);
    this.changed();
  }

  /** A new round begins. */
  rebalancing(): void {
    this.state = "rebalancing";
    this.changed();
  }

  /** The last member is gone. */
  emptied(): void {
    this.state = "empty";
    this.changed();
  }

  /** It is decided who gets what. The group is at rest when every member has heard of it, and nothing is on the move. */
  assigned(moved: readonly number[], members: Iterable<string>, isLast: boolean): void {
    this.#isLastRound = isLast;
    this.moved = Object.freeze(moved);
    this.rebalances += 1;
    this.#untold = new Set(members);
    this.changed();
  }

  /** A member has heard what it gets, in the round of this generation. */
  heard(member: string, generation: number): void {
    if (generation !== this.generation || this.state !== "rebalancing") return;
    this.#untold.delete(member);
    if (this.#untold.size === 0 && this.#isLastRound) this.state = "stable";
    this.changed();
  }

  /** A record was processed. */
  process(record: number): void {
    this.#processed += 1;
    if (!this.#done.add(record)) this.#twice += 1;
    this.changed();
  }

  /** @param source gives what is to be seen of the member */
  join(member: string, source: () => MemberState): void {
    this.#known.set(member, source);
    const place = this.#places.get(member);
    if (place === undefined) {
      this.#places.set(member, this.#sources.length);
      this.#sources.push(source);
      this.#members = this.#members.push(source());
    } else {
      this.#sources[place] = source;
      this.#stale.add(member);
    }
    this.changed();
  }

  /** A member that was put out of the group is back. */
  readmit(member: string): void {
    const source = this.#known.get(member);
    if (source !== undefined && !this.#places.has(member)) this.join(member, source);
  }

  leave(member: string): void {
    const place = this.#places.get(member);
    if (place === undefined) return;
    for (let partition = 0; partition < this.#positions.length; partition++) this.release(partition, member);
    const left = [...this.#places.keys()].filter((other) => other !== member);
    const members = left.map((other) => this.#members.at(this.#places.get(other) as number) as MemberState);
    this.#sources = left.map(
      (other) => this.#sources[this.#places.get(other) as number] as () => MemberState,
    );
    this.#places = new Map(left.map((other, i) => [other, i]));
    this.#members = NOBODY;
    for (const state of members) this.#members = this.#members.push(state);
    this.#stale.delete(member);
    this.changed();
  }

  memberChanged(member: string): void {
    if (!this.#places.has(member)) return;
    this.#stale.add(member);
    this.changed();
  }

  changed(): void {
    this.#shown = undefined;
  }

  snapshot(): GroupState {
    this.#shown ??= this.#draw();
    return this.#shown;
  }

  #draw(): GroupState {
    for (const member of this.#stale) {
      const place = this.#places.get(member) as number;
      this.#members = this.#members.with(place, (this.#sources[place] as () => MemberState)());
    }
    this.#stale.clear();
    const { id, generation, state, assignor, coordinator, moved, skipped, missed, rebalances } = this;
    return Object.freeze({
      id,
      name: id,
      coordinator,
      generation,
      state,
      assignor,
      members: this.#members,
      positions: this.#positions,
      moved,
      processed: this.#processed,
      twice: this.#twice,
      skipped,
      missed,
      rebalances,
    });
  }
}

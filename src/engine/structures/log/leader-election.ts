import type { KafkaErrorCode } from "./kafka-error.ts";

/** What the controller knows of one partition. */
export interface PartitionRegistration {
  /** The brokers that hold it, in the order of assignment. The first is the preferred leader. */
  readonly replicas: readonly number[];
  /** The broker that leads; −1 for none. */
  readonly leader: number;
  /** The in-sync replicas, in the order in which they joined. */
  readonly isr: readonly number[];
  /** Eligible leader replicas: no longer in sync, but sure to hold all that is committed. Sorted. (KIP-966) */
  readonly elr: readonly number[];
  /** Who led last, while nobody is in sync; kept only with eligible leader replicas. */
  readonly lastKnownLeader: number | undefined;
  /** How often the leader changed; to none counts. */
  readonly leaderEpoch: number;
  /** How often anything of this changed. */
  readonly partitionEpoch: number;
  /** Whether the leader came from an unclean election and has not yet said that it recovered. */
  readonly recovering: boolean;
  /** The brokers that are down, or that nobody hears from. */
  readonly fenced: readonly number[];
}

/** How a topic's leaders are elected, by the names of Kafka's configuration. */
export interface ElectionConfig {
  /** `unclean.leader.election.enable`: rather lose committed records than have no leader. */
  readonly uncleanElection: boolean;
  /** `eligible.leader.replicas`: remember who was in sync while fewer are than `min.insync.replicas` asks for. */
  readonly eligibleLeaderReplicas: boolean;
  readonly minInsyncReplicas: number;
}

export type PartitionEvent =
  /** A broker is gone. */
  | { readonly kind: "fence"; readonly broker: number }
  /** A broker is back. */
  | { readonly kind: "unfence"; readonly broker: number }
  /** The leader says that a follower caught up. */
  | { readonly kind: "expand"; readonly broker: number }
  /** The leader says that a follower lags. */
  | { readonly kind: "shrink"; readonly broker: number }
  /** The leader of an unclean election says that it recovered. */
  | { readonly kind: "recovered" }
  /** Somebody asks that the preferred replica lead. */
  | { readonly kind: "electPreferred" }
  /** Somebody asks for a leader at any price. */
  | { readonly kind: "electUnclean" };

/** The state after an event, and why nothing happened if it was refused. */
export interface PartitionChange {
  readonly state: PartitionRegistration;
  /** `NOT_APPLICABLE`: nobody would say such a thing in this state, for example that a member of the ISR may join it. */
  readonly refusal: KafkaErrorCode | "NOT_APPLICABLE" | undefined;
}

export const NO_LEADER = -1;

/** A new partition: all replicas in sync, the first one leads. @throws RangeError without replicas */
export function register(replicas: readonly number[]): PartitionRegistration {
  const [leader] = replicas;
  if (leader === undefined) throw new RangeError("a partition needs at least one replica; got none");
  return {
    replicas,
    leader,
    isr: replicas,
    elr: [],
    lastKnownLeader: undefined,
    leaderEpoch: 0,
    partitionEpoch: 0,
    recovering: false,
    fenced: [],
  };
}

/** What the controller does about an event. */
export function changePartition(
  state: PartitionRegistration,
  event: PartitionEvent,
  config: ElectionConfig,
): PartitionChange {
  const { leader, isr, fenced } = state;
  const election = config.uncleanElection ? "unclean" : "online";
  switch (event.kind) {
    case "fence": {
      const without = { ...state, fenced: [...fenced.filter((id) => id !== event.broker), event.broker] };
      const left = isr.filter((id) => id !== event.broker);
      return done(isr.includes(event.broker) ? update(without, left, election, config) : without);
    }
    case "unfence": {
      const back = { ...state, fenced: fenced.filter((id) => id !== event.broker) };
      return done(leader === NO_LEADER ? update(back, isr, election, config) : back);
    }
    case "expand":
      if (leader === NO_LEADER || isr.includes(event.broker)) return refused(state, "NOT_APPLICABLE");
      if (fenced.includes(event.broker)) return refused(state, "INELIGIBLE_REPLICA");
      return done(update(state, [...isr, event.broker], election, config));
    case "shrink": {
      const follows = leader !== NO_LEADER && leader !== event.broker && isr.includes(event.broker);
      if (!follows) return refused(state, "NOT_APPLICABLE");
      const left = isr.filter((id) => id !== event.broker);
      return done(update(state, left, election, config));
    }
    case "recovered":
      if (leader === NO_LEADER || !state.recovering) return refused(state, "NOT_APPLICABLE");
      return done({ ...state, recovering: false, partitionEpoch: state.partitionEpoch + 1 });
    case "electPreferred":
      if (leader === state.replicas[0]) return refused(state, "ELECTION_NOT_NEEDED");
      return changed(state, update(state, isr, "preferred", config), "PREFERRED_LEADER_NOT_AVAILABLE");
    case "electUnclean":
      if (leader !== NO_LEADER) return refused(state, "ELECTION_NOT_NEEDED");
      return changed(state, update(state, isr, "unclean", config), "ELIGIBLE_LEADERS_NOT_AVAILABLE");
  }
}

type Election = "online" | "preferred" | "unclean";

/** The state with another ISR, and with another leader if that calls for one. */
function update(
  state: PartitionRegistration,
  isr: readonly number[],
  election: Election,
  config: ElectionConfig,
): PartitionRegistration {
  const eligible = config.eligibleLeaderReplicas ? eligibleAfter(state, isr, config) : [];
  const { leader, unclean } = elect(state, isr, eligible, election);
  const next = { ...state, leader, ...membership() };
  return numbered(state, { ...next, lastKnownLeader: lastKnown() });

  function membership(): Pick<PartitionRegistration, "isr" | "elr" | "recovering"> {
    const { recovering } = state;
    if (unclean) return { isr: [leader], elr: [], recovering: true };
    if (eligible.includes(leader)) {
      return { isr: [leader], elr: eligible.filter((id) => id !== leader), recovering };
    }
    // Without eligible replicas the last one in sync stays on record, dead or not: it alone surely holds all that is committed.
    const keepLast = isr.length === 0 && !config.eligibleLeaderReplicas;
    return { isr: keepLast ? state.isr : isr, elr: eligible, recovering };
  }

  function lastKnown(): number | undefined {
    if (leader !== NO_LEADER) return undefined;
    return next.isr.length === 0 && state.leader !== NO_LEADER ? state.leader : state.lastKnownLeader;
  }
}

/** Who left the ISR while it was too small to commit anything, and so missed nothing that was. */
function eligibleAfter(
  state: PartitionRegistration,
  isr: readonly number[],
  { minInsyncReplicas }: ElectionConfig,
): readonly number[] {
  if (isr.length >= Math.min(minInsyncReplicas, state.replicas.length)) return [];
  const candidates = new Set([...state.elr, ...state.isr]);
  return [...candidates].filter((id) => !isr.includes(id)).sort((a, b) => a - b);
}

function elect(
  { leader, replicas, fenced }: PartitionRegistration,
  isr: readonly number[],
  eligible: readonly number[],
  election: Election,
): { readonly leader: number; readonly unclean: boolean } {
  const alive = replicas.filter((id) => !fenced.includes(id));
  const complete = isr.length > 0 ? isr : eligible;
  const clean = alive.filter((id) => complete.includes(id));
  if (election === "preferred" && clean[0] === replicas[0] && clean[0] !== undefined) {
    return { leader: clean[0], unclean: false };
  }
  if (clean.includes(leader)) return { leader, unclean: false };
  if (clean[0] !== undefined) return { leader: clean[0], unclean: false };
  if (election === "unclean" && alive[0] !== undefined) return { leader: alive[0], unclean: true };
  return { leader: NO_LEADER, unclean: false };
}

function numbered(before: PartitionRegistration, after: PartitionRegistration): PartitionRegistration {
  const same =
    after.leader === before.leader &&
    after.recovering === before.recovering &&
    after.lastKnownLeader === before.lastKnownLeader &&
    sameList(after.isr, before.isr) &&
    sameList(after.elr, before.elr);
  if (same) return before;
  const leaderEpoch = before.leaderEpoch + (after.leader === before.leader ? 0 : 1);
  return { ...after, leaderEpoch, partitionEpoch: before.partitionEpoch + 1 };
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

function done(state: PartitionRegistration): PartitionChange {
  return { state, refusal: undefined };
}

function refused(state: PartitionRegistration, refusal: KafkaErrorCode | "NOT_APPLICABLE"): PartitionChange {
  return { state, refusal };
}

function changed(
  before: PartitionRegistration,
  after: PartitionRegistration,
  otherwise: KafkaErrorCode,
): PartitionChange {
  return before === after ? refused(before, otherwise) : done(after);
}

import type { KafkaErrorCode } from "./kafka-error.ts";

/** What a leader knows of one follower. Offsets and times are those of the follower's fetches. */
export interface FollowerProgress {
  readonly id: number;
  /** How far it has copied; −1 until it first asks this leader. */
  readonly logEndOffset: number;
  /** When it last had all that there was, in ms. */
  readonly lastCaughtUpTime: number;
  readonly lastFetchTime: number;
  /** Where the leader's log ended at its last fetch. */
  readonly lastFetchLeaderEnd: number;
}

/** Before all time, so that even at the start of a simulated clock nobody counts as caught up who never was. */
const NEVER = Number.MIN_SAFE_INTEGER;

/** How a new leader begins to watch a follower. One that is in sync is given the benefit of the doubt. */
export function watch(id: number, inSync: boolean, now: number): FollowerProgress {
  const since = inSync ? now : NEVER;
  return { id, logEndOffset: -1, lastCaughtUpTime: since, lastFetchTime: since, lastFetchLeaderEnd: -1 };
}

/** A follower asks for what comes from `offset` on: so it has all below. */
export function fetched(
  follower: FollowerProgress,
  offset: number,
  leaderEnd: number,
  now: number,
): FollowerProgress {
  let caughtUp = follower.lastCaughtUpTime;
  if (offset >= leaderEnd) caughtUp = Math.max(caughtUp, now);
  // The leader may write faster than it can ask: it is as current as its last question if it has all there was then.
  else if (offset >= follower.lastFetchLeaderEnd) caughtUp = Math.max(caughtUp, follower.lastFetchTime);
  return {
    id: follower.id,
    logEndOffset: offset,
    lastCaughtUpTime: caughtUp,
    lastFetchTime: now,
    lastFetchLeaderEnd: leaderEnd,
  };
}

/**
 * Whether a follower keeps up: it has everything, or had at most `lagTimeMax` ms ago (`replica.lag.time.max.ms`, 30 s by
 * default). How many records it is behind does not matter.
 */
export function isCaughtUp(
  { logEndOffset, lastCaughtUpTime }: FollowerProgress,
  leaderEnd: number,
  now: number,
  lagTimeMax: number,
): boolean {
  return logEndOffset === leaderEnd || now - lastCaughtUpTime <= lagTimeMax;
}

/** What a leader goes by. */
export interface LeaderView {
  readonly id: number;
  readonly logEndOffset: number;
  readonly highWatermark: number;
  /** Where its own reign began. */
  readonly epochStartOffset: number;
  /** The ISR as the controller last confirmed it, the leader in it. */
  readonly isr: readonly number[];
  /** Who the leader has asked the controller to add; empty when no change is under way. */
  readonly joining: readonly number[];
  /** Who it has asked the controller to remove. */
  readonly leaving: readonly number[];
  readonly followers: readonly FollowerProgress[];
  /** Brokers that may not join: down, or shutting down. */
  readonly unavailable: readonly number[];
  /** How many must be in sync; see {@link effectiveMinIsr}. */
  readonly minIsr: number;
  readonly now: number;
  readonly lagTimeMax: number;
}

/** `min.insync.replicas`, but no more than there are replicas. */
export function effectiveMinIsr(minInsyncReplicas: number, replicas: number): number {
  return Math.min(minInsyncReplicas, replicas);
}

/**
 * The high watermark: the smallest log end of all that are in sync or about to be. It never goes back, and it stands
 * still while too few are in sync.
 */
export function nextHighWatermark(view: LeaderView): number {
  if (view.isr.length < view.minIsr) return view.highWatermark;
  const held = view.followers.filter((follower) => waitsFor(view, follower));
  return Math.max(
    view.highWatermark,
    Math.min(view.logEndOffset, ...held.map(({ logEndOffset }) => logEndOffset)),
  );
}

/** A follower that keeps up but is not yet in the ISR is waited for: else the mark would run away from it for ever. */
function waitsFor(view: LeaderView, follower: FollowerProgress): boolean {
  if (view.isr.includes(follower.id) || view.joining.includes(follower.id)) return true;
  const available = !view.unavailable.includes(follower.id);
  return available && isCaughtUp(follower, view.logEndOffset, view.now, view.lagTimeMax);
}

/** The followers that the leader should ask the controller to add, while no other change is under way. */
export function joinable(view: LeaderView): number[] {
  if (changing(view)) return [];
  return view.followers
    .filter(({ id }) => !view.isr.includes(id) && !view.unavailable.includes(id))
    .filter(({ logEndOffset }) => logEndOffset >= Math.max(view.highWatermark, view.epochStartOffset))
    .map(({ id }) => id);
}

/** The followers that the leader should ask the controller to remove, while no other change is under way. Never itself. */
export function lagging(view: LeaderView): number[] {
  if (changing(view)) return [];
  return view.followers
    .filter(({ id }) => id !== view.id && view.isr.includes(id))
    .filter((follower) => !isCaughtUp(follower, view.logEndOffset, view.now, view.lagTimeMax))
    .map(({ id }) => id);
}

function changing({ joining, leaving }: LeaderView): boolean {
  return joining.length > 0 || leaving.length > 0;
}

/** When a producer wants to hear that its records are stored: never, by the leader, by all that are in sync. */
export type Acks = 0 | 1 | "all";

/** Why records are refused before they are stored; undefined when they are not. */
export function refusesAppend(acks: Acks, inSync: number, minIsr: number): KafkaErrorCode | undefined {
  return acks === "all" && inSync < minIsr ? "NOT_ENOUGH_REPLICAS" : undefined;
}

/**
 * What a producer hears about records that end before `required`: nothing yet, that they are stored, or that they are stored
 * but with too few in sync. Then they stay in the log all the same, and a retry writes them twice.
 */
export function acknowledgement(
  acks: Acks,
  required: number,
  { isr, minIsr, highWatermark }: Pick<LeaderView, "isr" | "minIsr" | "highWatermark">,
): "waiting" | "stored" | KafkaErrorCode {
  if (acks !== "all") return "stored";
  if (highWatermark < required) return "waiting";
  return isr.length < minIsr ? "NOT_ENOUGH_REPLICAS_AFTER_APPEND" : "stored";
}

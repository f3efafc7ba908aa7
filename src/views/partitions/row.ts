import type { LogState, PartitionState, ReplicaState } from "../../engine/systems/log/log-state.ts";
import { type LogScale, logScale } from "./log-scale.ts";
import type { Box, Plan } from "./plan.ts";

/** One partition drawn record by record, and where everything of it is, in px. */
export interface Row {
  readonly state: LogState;
  readonly plan: Plan;
  readonly index: number;
  readonly partition: PartitionState;
  /** The replica that is drawn: the leader's, or the last leader's. */
  readonly replica: ReplicaState;
  readonly scale: LogScale;
  readonly box: Box;
  /** The names beside the log, or the line above it. */
  readonly label: Box;
  readonly lag: Box;
  /** The middle of the segments' names; null without room. */
  readonly names: number | null;
  readonly cells: { readonly y: number; readonly h: number };
  readonly followers: readonly { readonly replica: ReplicaState; readonly y: number; readonly h: number }[];
  /** The middle of the line on which a group's places are marked, for each group that has one. */
  readonly lanes: readonly number[];
  /** Whether places have their numbers. */
  readonly numbered: boolean;
  /** Whether it stands alone, as a tape with a window over it; how many of the removed records are drawn; where the log ends below. */
  readonly windowed: boolean;
  readonly ghosts: number;
  readonly floor: number;
  /** Where its words must end, in px. */
  readonly right: number;
}

/** No more groups than this have their places marked. */
export const LANES = 3;
const LANE = 13;
/** So many of the records that are gone are drawn where a partition stands alone. */
const GHOSTS = 4;
/** About so many marks may be cells and their words. */
const CELLS = 430;

/** A log that is alone grows with the room it has, from so many px of height on, and no further than this. */
const ALONE = { from: 260, most: 1.6 };

export function rowOf(state: LogState, common: Plan, index: number, box: Box): Row | undefined {
  const partition = state.partitions.at(index);
  const replica =
    partition?.replicas.find(({ broker }) => broker === partition.leader) ?? partition?.replicas[0];
  if (partition === undefined || replica === undefined) return undefined;
  const grown = state.partitions.length === 1 ? Math.max(1, Math.min(ALONE.most, box.h / ALONE.from)) : 1;
  const plan = grown > 1 ? grownPlan(common, grown) : common;
  const { wide, small } = plan;
  const lane = LANE * (small / common.small);
  const groups = Math.min(LANES, state.groups.length);
  const labelWidth = wide ? Math.max(104, Math.min(160, box.w * 0.15)) : 0;
  const lagWidth = wide && groups > 0 ? Math.max(92, Math.min(170, box.w * 0.16)) : 0;
  /** Kept free to the right of the log, for its high watermark and the followers' names. */
  const aside = wide ? (box.w >= 780 ? 92 : 72) : 52;
  const left = box.x + labelWidth;
  const room = box.w - labelWidth - lagWidth - aside;

  const line = small * 1.45;
  const above = wide ? 0 : line;
  let rest = box.h - above - 6;
  const lowest = 20;
  const numbered = rest >= lowest + groups * lane;
  const lanes = groups === 0 ? 0 : numbered ? groups * lane : 11;
  rest -= lanes;
  const names = rest >= 24 + line ? line : 0;
  rest -= names;
  const others = partition.replicas.filter((other) => other !== replica);
  const touched = state.touched.partition === index || state.partitions.length === 1;
  const high = Math.max(12, Math.min(18 * grown, rest * 0.2));
  const fit = Math.max(0, Math.floor((rest - 26) / (high + 3)));
  const unfolded = fit >= others.length || touched ? others.slice(0, fit) : [];
  rest -= unfolded.length * (high + 3);
  const h = Math.max(lowest, Math.min(56 * grown, rest));
  const height = above + names + h + unfolded.length * (high + 3) + lanes + 3;

  const top = box.y + Math.max(0, (box.h - height) / 2);
  const cells = { y: top + above + names, h };
  const followers = unfolded.map((other, place) => ({
    replica: other,
    y: cells.y + h + 5 + place * (high + 3),
    h: high,
  }));
  const floor = cells.y + h + unfolded.length * (high + 3) + 3;
  const ends = partition.replicas.map(({ logEnd }) => logEnd);
  const until = unfolded.length > 0 ? Math.max(...ends) : replica.logEnd;
  const digits = String(mostEnd(state)).length;
  const least = Math.max(24, digits * small * 0.6 + 10);
  // A record's own marks, its share of its segment's, and a cell and an offset at each follower.
  const marks =
    Math.max(5, 4 + (2 * replica.segments.length) / Math.max(1, heldBy(replica))) + 2 * others.length;
  const most = Math.floor(CELLS / (Math.min(6, state.partitions.length) * marks));
  const usual = Math.max(least, Math.min(h + 2, 44 * grown, room / (grown > 1 ? 11 : 14)));
  // While an offset is looked up, the whole log is to be seen.
  const asked = state.lookup?.partition === index;
  const windowed = state.partitions.length === 1 && groups === 0 && box.h - height >= 50;
  const whole =
    (room - 20 * replica.segments.length - 20 - (windowed && replica.logStart > 0 ? GHOSTS * 36 : 0)) /
    Math.max(1, heldBy(replica));
  const pitch = asked || windowed ? Math.max(asked ? 20 : 31, Math.min(usual, whole)) : usual;
  const ghosts = windowed ? Math.min(wide ? GHOSTS : 2, replica.logStart) : 0;
  const stub = ghosts > 0 ? ghosts * pitch + 8 : undefined;
  const space = Math.min(room, Math.max(6, most) * (pitch + 3));
  const scale = logScale(replica, until, left, space, pitch, stub);
  return {
    state,
    plan,
    index,
    partition,
    replica,
    scale,
    box,
    label: wide
      ? { x: box.x, y: top, w: labelWidth - 10, h: height }
      : { x: box.x, y: top, w: box.w, h: line },
    lag: wide
      ? { x: box.x + box.w - lagWidth, y: cells.y, w: lagWidth, h }
      : { x: box.x, y: top, w: box.w, h: line },
    names: names === 0 ? null : top + above + names / 2,
    cells,
    followers,
    lanes: Array.from({ length: groups }, (_, group) =>
      numbered ? floor + lane * (group + 0.5) : floor + 5,
    ),
    numbered,
    right: box.x + box.w - lagWidth,
    windowed,
    ghosts,
    floor,
  };
}

/** Its words grow as well, by less: they have to fit beside the cells. */
function grownPlan(plan: Plan, grown: number): Plan {
  const larger = Math.min(1.25, grown);
  return { ...plan, type: plan.type * larger, small: plan.small * larger };
}

function heldBy({ segments }: ReplicaState): number {
  let sum = 0;
  for (const { records } of segments) sum += records.length;
  return sum;
}

function mostEnd(state: LogState): number {
  let most = 0;
  if (state.partitions.length > 64) return 9_999;
  for (const { replicas } of state.partitions)
    for (const { logEnd } of replicas) most = Math.max(most, logEnd);
  return most;
}

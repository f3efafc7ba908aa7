import { grouped } from "../../engine/systems/grouped.ts";
import type {
  GroupState,
  LogState,
  MemberState,
  PartitionState,
  ReplicaState,
} from "../../engine/systems/log/log-state.ts";
import { count } from "../parts/phrases.ts";
import type { Picture } from "../view.ts";
import { flightsWords } from "./flight-words.ts";
import { retentionWords } from "./header.ts";
import { happened } from "./move-words.ts";
import { focusOf, troubleCounts, troubles } from "./trouble.ts";

/** Above so many partitions, brokers or members it is told how many there are of each kind, not what each is. */
const EACH = 8;

/** What just happened and how things stand. */
export function describe({ frame }: Picture<LogState>): string {
  const { state } = frame;
  return [
    happened(frame),
    topicWords(state),
    partitionsWords(state),
    brokersWords(state),
    ...state.groups.map((group) => groupWords(group)),
    producerWords(state),
    mergeWords(state),
    lookupWords(state),
    flightsWords(state),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Only what just happened. */
export function log({ frame }: Picture<LogState>): string {
  return happened(frame);
}

function topicWords(state: LogState): string {
  const { topic, partitions, brokers, replication, minInSync, unclean, time } = state;
  const elect = unclean ? ", unclean election allowed" : "";
  return `At ${grouped(Math.round(time * 10) / 10)} ms topic ${topic} has ${count(partitions.length, "partition")} on ${count(brokers.length, "broker")}; replication ${replication}, min in sync ${minInSync}${elect}, ${retentionWords(state.retention)}.`;
}

function partitionsWords(state: LogState): string {
  const all = [...state.partitions];
  if (all.length <= EACH)
    return all.map((partition, index) => partitionWords(state, partition, index)).join(" ");
  const counts = troubleCounts(state);
  const told = troubles.map((trouble) => `${grouped(counts[trouble])} ${trouble}`).join(", ");
  const sum = (of: (partition: PartitionState) => number): string =>
    grouped(all.reduce((total, partition) => total + of(partition), 0));
  const ends = sum(({ replicas }) => replicas.reduce((total, { logEnd }) => total + logEnd, 0));
  const gone = sum(({ replicas }) => replicas.reduce((total, { logStart }) => total + logStart, 0));
  const files = sum(({ replicas }) => replicas.reduce((total, { segments }) => total + segments.length, 0));
  const held = sum(({ replicas }) => replicas.reduce((total, { highWatermark }) => total + highWatermark, 0));
  const focus = focusOf(state);
  const closer = state.partitions.at(focus);
  return `Of the partitions ${told}. Their replicas have appended ${ends} records, removed ${gone} and know ${held} to be readable, in ${files} segments; ${sum(({ isr }) => isr.length)} replicas are in sync, after ${sum(({ leaderEpoch }) => leaderEpoch)} elections; ${sum(({ lostAcknowledged }) => lostAcknowledged)} acknowledged records are lost.${closer === undefined ? "" : ` ${partitionWords(state, closer, focus)}`}`;
}

/** The offsets that a replica has, the first and the last; its log end offset is the one that comes next. */
export function extentWords({ logStart, logEnd }: Pick<ReplicaState, "logStart" | "logEnd">): string {
  if (logStart === logEnd) return logEnd === 0 ? "no records yet" : `no records before ${grouped(logEnd)}`;
  const last = logEnd - 1;
  return logStart === last ? `offset ${grouped(last)}` : `offsets ${grouped(logStart)}–${grouped(last)}`;
}

function partitionWords(state: LogState, partition: PartitionState, index: number): string {
  const { leader, isr, replicas, lostAcknowledged, missingAcknowledged } = partition;
  const led = leader === null ? "nobody leads" : `broker ${leader} leads`;
  const sync =
    isr.length === 0 ? "none is in sync" : `in sync ${isr.length === 1 ? "is" : "are"} ${list(isr)}`;
  const copies = replicas.map(({ broker, logStart, logEnd, highWatermark, segments, role }) => {
    const off = role === "offline" ? " and is down" : "";
    return `broker ${broker} has ${extentWords({ logStart, logEnd })} in ${count(segments.length, "segment")}, readable below ${grouped(highWatermark)}${off}`;
  });
  const lost =
    lostAcknowledged === 0
      ? ""
      : ` ${count(lostAcknowledged, "acknowledged record")} of it ${lostAcknowledged === 1 ? "is" : "are"} lost.`;
  const missing =
    missingAcknowledged === 0
      ? ""
      : ` ${count(missingAcknowledged, "acknowledged record")} of it ${missingAcknowledged === 1 ? "is" : "are"} not on the leader, so nobody can read ${missingAcknowledged === 1 ? "it" : "them"}.`;
  const places = state.groups.flatMap(({ id, positions }) => {
    const at = positions.at(index);
    if (at === undefined) return [];
    const committed =
      at.committed === null ? "has committed nothing" : `has committed ${grouped(at.committed)}`;
    return [`group ${id} ${committed}, reads next ${grouped(at.position)}, lag ${grouped(at.lag)}`];
  });
  const read = places.length === 0 ? "" : ` Of partition ${partition.partition}, ${places.join("; ")}.`;
  return `Partition ${partition.partition}: ${led}, ${sync}; ${copies.join("; ")}.${lost}${missing}${read}`;
}

function brokersWords({ brokers }: LogState): string {
  const all = [...brokers];
  const condition = { up: "up", down: "down", isolated: "cut off from the others" };
  if (all.length <= EACH) {
    return `${all.map(({ id, state, leads, follows }) => `Broker ${id} is ${condition[state]}, leads ${leads} and follows ${follows}`).join(". ")}.`;
  }
  const off = all.filter(({ state }) => state !== "up");
  if (off.length === 0) return `All ${grouped(all.length)} brokers are up.`;
  return `Of ${grouped(all.length)} brokers ${off.map(({ id, state }) => `${id} is ${condition[state]}`).join(", ")}.`;
}

function groupWords(group: GroupState): string {
  const { id, generation, state, assignor, members, moved, processed, twice, skipped, missed } = group;
  const all = [...members];
  const reads =
    all.length === 0
      ? "it has no members"
      : all.length <= EACH
        ? all.map(memberWords).join(", ")
        : `${count(all.length, "member")}, ${grouped(all.filter(({ owns }) => owns.length === 0).length)} of them idle, ${grouped(all.filter((member) => member.state !== "stable").length)} not stable`;
  const hands =
    moved.length === 0
      ? ""
      : ` In the last rebalance ${moved.length > EACH ? count(moved.length, "partition") : `partition${moved.length === 1 ? "" : "s"} ${list(moved)}`} changed hands.`;
  const faults = [
    ...(twice > 0 ? [`${grouped(twice)} more than once`] : []),
    ...(skipped > 0 ? [`${grouped(skipped)} passed over`] : []),
    ...(missed > 0 ? [`${grouped(missed)} committed and never processed`] : []),
  ];
  const places = all.length <= EACH ? "" : ` Its committed offsets add up to ${grouped(committedOf(group))}.`;
  return `Group ${id}, generation ${generation}, ${assignor} assignor, is ${state}: ${reads}. ${count(processed, "record")} processed${faults.length > 0 ? `, ${faults.join(", ")}` : ""}.${hands}${places}`;
}

function committedOf({ positions }: GroupState): number {
  let sum = 0;
  for (const { committed, position } of positions) sum += (committed ?? 0) + position;
  return sum;
}

function memberWords({ id, state, owns, uncommitted, inHand, error }: MemberState): string {
  const reads =
    owns.length === 0
      ? "reads nothing"
      : `reads ${owns.length > EACH ? count(owns.length, "partition") : `partition${owns.length === 1 ? "" : "s"} ${list(owns)}`}`;
  const open = uncommitted > 0 ? ` with ${grouped(uncommitted)} not yet committed` : "";
  const hand = inHand > 0 ? `, ${grouped(inHand)} in hand` : "";
  const refused = error === null ? "" : `, refused with ${error}`;
  return `${id} ${state === "stable" ? "" : `is ${state} and `}${reads}${open}${hand}${refused}`;
}

function producerWords({ producer }: LogState): string {
  const { acks, sent, acknowledged, failed, last, sticky } = producer;
  const answer =
    last === null
      ? ""
      : last.error === null
        ? `; the last answer is ${last.offset === null ? "yes" : `offset ${grouped(last.offset)}`} in partition ${last.partition}`
        : `; the last answer is ${last.error} for partition ${last.partition}`;
  const stays = sticky === null ? "" : `; records without a key go to partition ${sticky}`;
  return `The producer asks for acks ${acks}; of ${grouped(sent)} sent, ${grouped(acknowledged)} are acknowledged and ${grouped(failed)} failed${answer}${stays}.`;
}

function lookupWords({ lookup }: LogState): string {
  if (lookup === null) return "";
  const { partition, offset, probes, found } = lookup;
  const looked = probes.length === 0 ? "" : ` Index entries looked at, in order: ${probes.join(", ")}.`;
  const where =
    found === null
      ? ""
      : ` It starts from byte ${grouped(found.place)} of segment ${grouped(found.segment)}.`;
  return `Offset ${grouped(offset)} is looked up in partition ${partition}.${looked}${where}`;
}

/** “1”, “1 and 2”, “1, 2 and 3”. */
function list(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

function mergeWords({ merged }: LogState): string {
  if (merged === null) return "";
  const { entries, undecided, ahead } = merged;
  const order = entries.map(
    ({ partition, offset, record }) => `${partition}·${offset} at ${grouped(record.timestamp)}`,
  );
  const tied =
    undecided === 0 ? "" : ` ${count(undecided, "record")} share an instant with one of another partition.`;
  const early =
    ahead === 0
      ? ""
      : ` ${count(ahead, "record")} ${ahead === 1 ? "stands" : "stand"} before one that was sent earlier.`;
  return `Sorted by time, by partition and offset: ${order.join(", ")} ms.${tied}${early}`;
}

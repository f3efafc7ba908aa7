import { grouped } from "../../engine/systems/grouped.ts";
import type {
  GroupState,
  LogState,
  PartitionState,
  ReplicaState,
} from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { groupSign, groupStyle } from "./hues.ts";
import { type Box, columnsFor, type Plan, rowsIn } from "./plan.ts";
import { LANES } from "./row.ts";
import { troubleOf } from "./trouble.ts";

/** Of a log no more segments than this have a bar of their own, the newest; all rows together have about so many marks. */
const BARS = 8;
const MARKS = 400;

/** Partitions as rows of segments, each as long as it has records. */
export function segmentRows(
  state: LogState,
  plan: Plan,
): { readonly marks: Mark[]; place(index: number): Point } {
  const { body } = plan;
  const count = state.partitions.length;
  const columns = columnsFor(count, plan.size.width, body.h) ?? 1;
  const rows = rowsIn(count, columns);
  const width = (body.w - (columns - 1) * 20) / columns;
  const high = Math.min(40, body.h / rows);
  const top = body.y + Math.max(0, (body.h - rows * high) / 2);
  const box = (index: number): Box => ({
    x: body.x + Math.floor(index / rows) * (width + 20),
    y: top + (index % rows) * high,
    w: width,
    h: high,
  });
  const longest = Math.max(1, ...[...state.partitions].map((partition) => recordsIn(leading(partition))));
  return {
    marks: [...state.partitions].flatMap((partition, index) =>
      barRow(state, plan, partition, index, box(index), longest),
    ),
    place: (index) => ({ x: box(index).x + box(index).w * 0.75, y: box(index).y + high / 2 }),
  };
}

function leading({ replicas, leader }: PartitionState): ReplicaState | undefined {
  return replicas.find(({ broker }) => broker === leader) ?? replicas[0];
}

function recordsIn(replica: ReplicaState | undefined): number {
  let sum = 0;
  for (const { records } of replica?.segments ?? []) sum += records.length;
  return sum;
}

function barRow(
  state: LogState,
  plan: Plan,
  partition: PartitionState,
  index: number,
  box: Box,
  longest: number,
): Mark[] {
  const replica = leading(partition);
  if (replica === undefined) return [];
  const size = Math.max(LEAST_TEXT, Math.min(plan.small, box.h * 0.55));
  const y = box.y + box.h / 2;
  const trouble = troubleOf(partition, index, state);
  const touched = state.touched.partition === index ? " touched" : "";
  const digits = String(Math.max(10, state.partitions.length - 1)).length;
  const nameWidth = digits * size * 0.66 + 6;
  const led = partition.leader === null ? "none" : `b${partition.leader}`;
  const ledWidth = textWidth("b100", { size }) + 8;
  const groups = shownGroups(state);
  const lagWidth = groups.reduce(
    (sum, group) => sum + lagText(group.positions.at(index)?.lag).length * size * 0.62 + 16,
    6,
  );
  const lagRoom = Math.max(lagWidth, groups.length * (size * 2.5 + 16) + 6);
  const left = box.x + nameWidth + ledWidth;
  const room = box.w - nameWidth - ledWidth - lagRoom;
  const words = partition.leader === null ? "no leader" : `leader broker ${partition.leader}`;
  const name = `partition ${partition.partition}, ${words}, in sync ${partition.isr.length} of ${partition.replicas.length}, ${grouped(recordsIn(replica))} records`;
  const marks: Mark[] = line({
    key: `name:${index}`,
    text: String(partition.partition),
    x: box.x + nameWidth - 6,
    y,
    size,
    room: nameWidth,
    style: `bold${touched}`,
    anchor: "end",
  }).map((mark) => ({
    ...mark,
    action: { name, pick: "partition", value: index },
    subject: `partition:${index}`,
  }));
  const tone = trouble === "leaderless" ? "bad" : trouble === "under-replicated" ? "write" : "muted";
  marks.push(
    ...line({
      key: `leader:${index}`,
      text: led,
      x: box.x + nameWidth,
      y,
      size,
      room: ledWidth - 4,
      style: tone,
    }),
  );
  if (room > 30)
    marks.push(
      ...bars(state, index, replica, partition, { x: left, y: box.y, w: room, h: box.h }, longest, size),
    );
  let x = box.x + box.w;
  for (const [place, group] of [...groups.entries()].reverse()) {
    const text = lagText(group.positions.at(index)?.lag);
    const key = `lag:${group.id}:${index}`;
    const width = textWidth(text, { size, mono: true });
    marks.push({ key: `${key}:words`, kind: "text", n: { x, y, size }, style: "mono", text, anchor: "end" });
    marks.push({
      key: `${key}:sign`,
      kind: "path",
      n: { x: x - width - 7, y },
      path: groupSign(place, 3),
      style: `sign-of ${groupStyle(place)}`,
    });
    x -= lagRoom / groups.length;
  }
  return marks;
}

function lagText(lag = 0): string {
  return lag < 10_000 ? String(lag) : `${Math.round(lag / 1_000)}k`;
}

function bars(
  state: LogState,
  index: number,
  replica: ReplicaState,
  partition: PartitionState,
  box: Box,
  longest: number,
  size: number,
): Mark[] {
  const all = [...replica.segments];
  const spare = MARKS / state.partitions.length - 3 - 3 * shownGroups(state).length;
  const most = Math.max(2, Math.min(BARS, Math.floor(spare / 2)));
  const shown = all.slice(-most);
  const older = all.slice(0, -most).reduce((sum, { records }) => sum + records.length, 0);
  const gap = 2;
  const h = Math.max(8, Math.min(20, box.h - 8));
  const y = box.y + (box.h - h) / 2;
  const one = (box.w - (shown.length + 1) * gap - 4) / Math.max(1, longest);
  const marks: Mark[] = [];
  const ends: { readonly offset: number; readonly x: number }[] = [];
  let x = box.x;
  const offline = partition.leader === null ? " offline" : "";
  const bar = (key: string, base: number, count: number, style: string): void => {
    const w = Math.max(3, count * one);
    ends.push({ offset: base, x });
    marks.push({
      key,
      kind: "rect",
      n: { x, y, w, h, corner: 3 },
      style: `segment bar-of${style}${offline}`,
      leave: { x: Math.max(box.x, x - w), opacity: 0 },
    });
    const text = grouped(count);
    if (count > 0 && textWidth(text, { size: LEAST_TEXT, mono: true }) + 4 <= w && h >= 11) {
      marks.push({
        key: `${key}:count`,
        kind: "text",
        n: { x: x + w / 2, y: y + h / 2, size: Math.min(size, LEAST_TEXT + 0.5) },
        style: "mono muted",
        text,
      });
    }
    x += w + gap;
  };
  if (older > 0) bar(`folded:${index}`, all[0]?.base ?? 0, older, " folded");
  for (const { base, records, active } of shown)
    bar(`segment:${index}:${base}`, base, records.length, active ? " active" : "");
  ends.push({ offset: replica.logEnd, x: Math.max(box.x, x - gap) });
  const at = (offset: number): number => {
    const next = ends.findIndex((end) => end.offset > offset);
    const [from, to] = [ends[next - 1], ends[next]];
    if (next < 0) return ends.at(-1)?.x ?? box.x;
    if (from === undefined || to === undefined) return box.x;
    return from.x + ((to.x - from.x) * (offset - from.offset)) / (to.offset - from.offset);
  };
  const mark = at(replica.highWatermark);
  marks.push({
    key: `watermark:${index}`,
    kind: "line",
    n: { x: mark, y: y - 2, x1: mark, y1: y + h + 2 },
    style: "watermark",
  });
  for (const [place, group] of shownGroups(state).entries()) {
    const position = group.positions.at(index);
    if (position === undefined) continue;
    const place_ = {
      x: at(position.committed ?? position.position) + (place - (shownGroups(state).length - 1) / 2) * 6,
      y: y + h + 1,
    };
    const open = position.committed === null ? " open" : "";
    marks.push({
      key: `committed:${group.id}:${index}`,
      kind: "path",
      n: place_,
      path: groupSign(place, 3),
      style: `sign-of ${groupStyle(place)}${open}`,
    });
  }
  return marks;
}

/** The groups whose places are marked: fewer where there are many rows. */
function shownGroups({ groups, partitions }: LogState): readonly GroupState[] {
  return groups.slice(0, partitions.length > 16 ? LANES - 1 : LANES);
}

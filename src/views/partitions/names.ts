import { grouped } from "../../engine/systems/grouped.ts";
import type { PartitionState, ReplicaState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";
import { lagRoom } from "./lag.ts";
import type { Row } from "./row.ts";
import { wording } from "./text.ts";
import { extentWords } from "./words.ts";

/** What a partition is called, who leads it, and who is in sync. */
export function nameMarks(row: Row): Mark[] {
  const { label, partition, index, plan, state } = row;
  const { leader, isr, replicas } = partition;
  const emphasis = state.touched.partition === index ? " touched" : "";
  const led = leader === null ? "no leader" : `leader broker ${leader}`;
  const short = isr.length < replicas.length;
  const sync = isr.length === 0 ? "none in sync" : `in sync: ${isr.join(" ")}`;
  const lost = lostWords(partition);
  const action = {
    name: `partition ${partition.partition}, ${led}, ${sync}`,
    pick: "partition",
    value: index,
  } as const;
  const subject = `partition:${index}`;
  const named = (marks: Mark[]): Mark[] => marks.map((mark) => ({ ...mark, subject, action }));
  const { small, type } = plan;
  if (!plan.wide) {
    const y = label.y + label.h / 2;
    const room = label.w - lagRoom(row) - 8;
    const title = `partition ${partition.partition}`;
    const size = Math.min(type, small + 1);
    const first = named(
      line({ key: `name:${index}`, text: title, x: label.x, y, size, room, style: `bold${emphasis}` }),
    );
    const used = textWidth(title, { size, bold: true }) + 8;
    const rest = room - used;
    const words = `${leader === null ? "no leader" : `leader ${leader}`} · ${sync}`;
    if (rest < 30) return first;
    return [
      ...first,
      ...wording({
        key: `leader:${index}`,
        texts: lost.length > 0 ? lost : [words, leader === null ? "no leader" : `leader ${leader}`],
        x: label.x + used,
        y,
        size: small,
        room: rest,
        style: leader === null || lost.length > 0 ? "bad" : short ? "write" : "muted",
      }),
    ];
  }
  const lines = [
    { key: "name", texts: [`partition ${partition.partition}`], size: type, style: `bold${emphasis}` },
    { key: "leader", texts: [led], size: small, style: leader === null ? "bad" : "muted" },
    {
      key: "sync",
      texts: [sync, `in sync ${isr.length} of ${replicas.length}`],
      size: small,
      style: short ? "write" : "muted",
    },
    ...(lost.length > 0 ? [{ key: "lost", texts: lost, size: small, style: "bad" }] : []),
    {
      key: "extent",
      texts: [extentWords(row.replica), shortExtent(row.replica)],
      size: small,
      style: "muted",
    },
  ];
  const pitch = small * 1.45;
  const fit = Math.max(1, Math.floor((row.box.h - 2) / pitch));
  const kept = lines.slice(0, fit);
  const middle = row.cells.y + row.cells.h / 2;
  const half = ((kept.length - 1) * pitch) / 2;
  const top = Math.max(
    row.box.y + type / 2 + 1,
    Math.min(middle - half, row.box.y + row.box.h - 2 * half - pitch / 2),
  );
  return kept.flatMap(({ key, texts, size, style }, place) => {
    const marks = wording({
      key: `${key}:${index}`,
      texts,
      x: label.x,
      y: top + place * pitch,
      size,
      room: label.w,
      style,
    });
    return place === 0 ? named(marks) : marks;
  });
}

/** The offsets that a replica has, where there is little room. */
function shortExtent({ logStart, logEnd }: ReplicaState): string {
  return logStart === logEnd ? "empty" : `${grouped(logStart)}–${grouped(logEnd - 1)}`;
}

/** What was acknowledged and cannot be read any more, at length and in short. */
function lostWords({ lostAcknowledged, missingAcknowledged }: PartitionState): readonly string[] {
  const [lost, missing] = [grouped(lostAcknowledged), grouped(missingAcknowledged)];
  if (lostAcknowledged > 0) return [`${lost} acknowledged lost`, `${lost} lost`];
  return missingAcknowledged > 0 ? [`${missing} acknowledged missing`, `${missing} missing`] : [];
}

import { grouped } from "../../engine/systems/grouped.ts";
import type { GroupState, LogState, MemberState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { count } from "../parts/phrases.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { groupSign, groupStyle } from "./hues.ts";
import type { Box, Plan } from "./plan.ts";
import { wording } from "./text.ts";

/** Where a group and those of its members that have a place are drawn, in px. */
export interface GroupPlaces {
  readonly group: GroupState;
  readonly place: number;
  readonly box: Box;
  readonly title: Box;
  readonly members: readonly { readonly member: MemberState; readonly box: Box }[];
  readonly more: number;
  readonly rest: Box | null;
}

const GAP = 8;
/** All groups together show no more members than this. */
const BOXES = 24;

export function groupPlaces(state: LogState, plan: Plan): readonly GroupPlaces[] {
  return plan.groups.flatMap((card, place): GroupPlaces[] => {
    const group = state.groups[place];
    if (group === undefined) return [];
    const box = { x: card.x, y: card.y + 3, w: card.w, h: card.h - 6 };
    const slim = box.h < 36;
    const wide = plan.wide;
    const title = { ...box, x: box.x + 10, w: wide ? Math.min(190, box.w * 0.26) : box.w * 0.3 };
    const left = title.x + title.w + 8;
    const room = box.x + box.w - left - 8;
    const least = wide ? 86 : 52;
    const cards = Math.floor(BOXES / plan.groups.length);
    const fit = Math.max(1, Math.min(cards, Math.floor((room + GAP) / (least + GAP))));
    const all = group.members.length;
    const boxes = all <= fit ? all : Math.max(1, fit - 1);
    const more = all - boxes;
    const places = boxes + (more > 0 ? 1 : 0);
    const width = Math.min(wide ? 260 : 130, (room - GAP * (places - 1)) / Math.max(1, places));
    const inset = slim ? 2 : 7;
    const at = (index: number): Box => ({
      x: left + index * (width + GAP),
      y: box.y + inset,
      w: width,
      h: box.h - 2 * inset,
    });
    const first = shownFrom(group, state, boxes);
    const members = Array.from({ length: boxes }, (_, index) => ({
      member: group.members.at(first + index) as MemberState,
      box: at(index),
    }));
    return [{ group, place, box, title, members, more, rest: more > 0 ? at(boxes) : null }];
  });
}

/** The first member shown, so that the touched one is among them. */
function shownFrom({ members }: GroupState, { touched }: LogState, boxes: number): number {
  if (touched.member === null || members.length <= boxes) return 0;
  for (let index = 0; index < members.length; index++) {
    if (isTouched(touched.member, members.at(index)?.id)) {
      return Math.max(0, Math.min(members.length - boxes, index - Math.floor(boxes / 2)));
    }
  }
  return 0;
}

/** A member is named alone or after its group, `group/member`. */
function isTouched(touched: string | null, id: string | undefined): boolean {
  return touched !== null && id !== undefined && (touched === id || touched.endsWith(`/${id}`));
}

export function groupMarks(state: LogState, plan: Plan, groups: readonly GroupPlaces[]): Mark[] {
  return groups.flatMap((places) => {
    const { group, box } = places;
    const frame: Mark = {
      key: `group:${group.id}`,
      kind: "rect",
      n: { x: box.x, y: box.y, w: box.w, h: box.h, corner: 10 },
      style: `group-card${group.state === "rebalancing" ? " rebalancing" : ""}`,
      subject: `group:${group.id}`,
    };
    return [
      frame,
      ...titleMarks(places, plan),
      ...places.members.flatMap(({ member, box }) => memberMarks(state, plan, places, member, box)),
      ...restMarks(places, plan),
    ];
  });
}

function titleMarks({ group, place, box, title }: GroupPlaces, { small, type }: Plan): Mark[] {
  const slim = box.h < 36;
  const y = slim ? box.y + box.h / 2 : box.y + box.h * 0.34;
  const size = Math.max(LEAST_TEXT, slim ? small : Math.min(type, small + 1.5));
  const key = `group:${group.id}`;
  const sign: Mark = {
    key: `${key}:sign`,
    kind: "path",
    n: { x: title.x + 5, y },
    path: groupSign(place, 5),
    style: `sign-of ${groupStyle(place)}`,
  };
  const name = line({
    key: `${key}:name`,
    text: group.id,
    x: title.x + 16,
    y,
    size,
    room: title.w - 18,
    style: "bold",
  });
  if (slim) return [sign, ...name];
  const rebalancing = group.state === "rebalancing";
  const faults = [
    ...(group.missed > 0 ? [`${grouped(group.missed)} missed`] : []),
    ...(group.skipped > 0 ? [`${grouped(group.skipped)} skipped`] : []),
    ...(group.twice > 0 ? [`${grouped(group.twice)} twice`] : []),
  ];
  const notes = [...(group.moved.length > 0 ? [`${grouped(group.moved.length)} moved`] : []), ...faults];
  const wrong = faults.length > 0 ? ` · ${faults.join(", ")}` : "";
  const noted = notes.length > 0 ? ` · ${notes.join(", ")}` : "";
  const texts = rebalancing
    ? [`rebalancing · generation ${group.generation}`, "rebalancing"]
    : [
        `generation ${group.generation} · ${group.assignor}${noted}`,
        ...(noted === "" ? [] : [`gen. ${group.generation} · ${group.assignor}${noted}`]),
        ...(noted === "" ? [] : [`gen. ${group.generation}${noted}`]),
        ...(wrong === "" ? [] : [`gen. ${group.generation}${wrong}`, faults.join(", ")]),
        `generation ${group.generation}`,
        `gen. ${group.generation}`,
      ];
  const note = wording({
    key: `${key}:generation`,
    texts,
    x: title.x,
    y: box.y + box.h * 0.7,
    size: Math.max(LEAST_TEXT, small - 0.5),
    room: title.w,
    style: rebalancing || wrong !== "" ? "write" : "muted",
  });
  return [sign, ...name, ...note];
}

function memberMarks(
  state: LogState,
  plan: Plan,
  { group, place }: GroupPlaces,
  member: MemberState,
  box: Box,
): Mark[] {
  const { x, y, w, h } = box;
  const { id, owns } = member;
  const key = `member:${group.id}/${id}`;
  const idle = owns.length === 0 && member.state === "stable";
  const touched = isTouched(state.touched.member, id) ? " touched" : "";
  const reads =
    owns.length === 0
      ? "reads nothing"
      : `reads ${owns.length > 8 ? count(owns.length, "partition") : owns.join(", ")}`;
  const rect: Mark = {
    key,
    kind: "rect",
    n: { x, y, w, h, corner: 7 },
    style: `member ${groupStyle(place)} ${member.state}${idle ? " idle" : ""}${touched}`,
    subject: key,
    action: {
      name: `consumer ${id} of group ${group.id}, ${member.state}, ${reads}`,
      pick: "member",
      value: `${group.id}/${id}`,
    },
  };
  const slim = h < 30;
  const size = Math.max(LEAST_TEXT, plan.small);
  const row = slim ? y + h / 2 : y + h * 0.73;
  const named = slim ? w * 0.5 : w - 14;
  const texts = slim ? [id] : [`consumer ${id}`, id];
  const name = wording({
    key: `${key}:name`,
    texts,
    x: x + 7,
    y: slim ? row : y + h * 0.28,
    size,
    room: named - 7,
    style: slim ? "" : "bold",
  });
  const used = slim ? textWidth(name[0]?.text ?? "", { size: name[0]?.n.size ?? size }) + 14 : 7;
  const left = x + used;
  const room = x + w - left - 6;
  const small = Math.max(LEAST_TEXT, plan.small - 0.5);
  const doing =
    member.state === "stable"
      ? idle
        ? ["idle: no partition left", "idle"]
        : null
      : [member.state, member.state.slice(0, 4)];
  if (doing !== null) {
    const style = member.state === "crashed" ? "bad" : member.state === "stable" ? "muted" : "write";
    return [
      rect,
      ...name,
      ...wording({ key: `${key}:doing`, texts: doing, x: left, y: row, size: small, room, style }),
    ];
  }
  return [
    rect,
    ...name,
    ...owned(group, owns, { left, room, row, size: small, high: h - (slim ? 2 : 4) }, !slim),
  ];
}

/** What a member reads: a tile for each partition, which moves to whoever gets it. */
function owned(
  group: GroupState,
  owns: readonly number[],
  {
    left,
    room,
    row,
    size,
    high,
  }: {
    readonly left: number;
    readonly room: number;
    readonly row: number;
    readonly size: number;
    readonly high: number;
  },
  spoken: boolean,
): Mark[] {
  const marks: Mark[] = [];
  const words = "reads";
  const spokenWidth = textWidth(words, { size }) + 6;
  const widths = owns.map((index) => String(index).length * size * 0.62 + 8);
  const total = widths.reduce((sum, width) => sum + width + 3, 0);
  let x = left;
  const end = left + room;
  if (spoken && total + spokenWidth <= room) {
    const n = { x, y: row, size };
    marks.push({
      key: `reads:${group.id}:${owns[0]}`,
      kind: "text",
      n,
      style: "muted",
      text: words,
      anchor: "start",
    });
    x += spokenWidth;
  }
  for (const [place, index] of owns.entries()) {
    const width = widths[place] ?? 0;
    const more = `+${grouped(owns.length - place)}`;
    const reserve = place === owns.length - 1 ? 0 : textWidth(more, { size }) + 2;
    if (x + width + reserve > end) {
      marks.push(
        ...line({
          key: `owns:${group.id}:more:${owns[0]}`,
          text: more,
          x,
          y: row,
          size,
          room: end - x,
          style: "muted",
        }),
      );
      break;
    }
    const moved = group.moved.includes(index) ? " moved" : "";
    const n = { x: x + width / 2, y: row, w: width, h: Math.min(size + 4, high), size, corner: 4 };
    marks.push({
      key: `owns:${group.id}:${index}`,
      kind: "pill",
      n,
      style: `owned mono${moved}`,
      text: String(index),
      subject: `partition:${index}`,
    });
    x += width + 3;
  }
  return marks;
}

function restMarks({ group, rest, more }: GroupPlaces, { small }: Plan): Mark[] {
  if (rest === null) return [];
  const size = Math.max(LEAST_TEXT, small);
  const texts = [`+${grouped(more)} more`, `+${grouped(more)}`];
  return wording({
    key: `group:${group.id}:more`,
    texts,
    x: rest.x + 2,
    y: rest.y + rest.h / 2,
    size,
    room: rest.w - 4,
    style: "muted",
  });
}

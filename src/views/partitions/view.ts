import type { LogState } from "../../engine/systems/log/log-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import type { Picture, View } from "../view.ts";
import { logMarks } from "./cells.ts";
import { flightPlaces } from "./flight-places.ts";
import { flightMarks } from "./flights.ts";
import { followerMarks } from "./followers.ts";
import { groupMarks, groupPlaces } from "./groups.ts";
import { header } from "./header.ts";
import { lagMarks } from "./lag.ts";
import { lookupMarks } from "./lookup.ts";
import { mapMarks } from "./map.ts";
import { mergeMarks } from "./merge.ts";
import { nameMarks } from "./names.ts";
import { pinMarks } from "./pins.ts";
import { type Plan, planOf } from "./plan.ts";
import { type Row, rowOf } from "./row.ts";
import { segmentRows } from "./segments.ts";
import { stripMarks, stripPlaces } from "./strip.ts";
import { focusOf } from "./trouble.ts";
import { watermark } from "./watermark.ts";
import { windowMarks } from "./window.ts";
import { describe, log } from "./words.ts";

/** The partitions of a topic with their segments and replicas, the brokers that hold them and the groups that read them. */
export const view: View<LogState> = {
  id: "partitions",
  title: "Partitions",
  height: { least: 180, share: 1 },
  layout,
  describe,
  log,
};

function layout({ frame: { state } }: Picture<LogState>, size: Size): readonly Mark[] {
  const plan = planOf(state, size);
  const strip = stripPlaces(state, plan);
  const groups = groupPlaces(state, plan);
  const { rows, marks, partition } = bodyOf(state, plan);
  const still = [
    ...header(state, plan),
    ...stripMarks(state, plan, strip),
    ...groupMarks(state, plan, groups),
    ...mergeMarks(state, plan),
    ...marks,
  ];
  const drawn = new Set(still.map(({ key }) => key));
  return [...still, ...flightMarks(state, flightPlaces({ strip, groups, rows, partition }), drawn)];
}

/** The partitions, as closely as there is room for. */
function bodyOf(state: LogState, plan: Plan) {
  const rows = new Map<number, Row>();
  const add = (row: Row | undefined): Mark[] => {
    if (row === undefined) return [];
    rows.set(row.index, row);
    return rowMarks(row);
  };
  const { body } = plan;
  if (plan.zoom === "records") {
    const h = body.h / Math.max(1, state.partitions.length);
    const marks = [...state.partitions].flatMap((_, index) =>
      add(rowOf(state, plan, index, { ...body, y: body.y + index * h, h })),
    );
    return { rows, marks, partition: () => undefined };
  }
  if (plan.zoom === "segments") {
    const { marks, place } = segmentRows(state, plan);
    return { rows, marks, partition: place };
  }
  const focus = focusOf(state);
  const { marks, place } = mapMarks(state, plan, focus);
  const lens =
    plan.lens === null
      ? []
      : lensMarks(plan, plan.lens, place(focus), add(rowOf(state, plan, focus, inner(plan.lens))));
  return { rows, marks: [...marks, ...lens], partition: place };
}

function inner({ x, y, w, h }: Plan["body"]): Plan["body"] {
  return { x: x + 10, y: y + 5, w: w - 20, h: h - 8 };
}

/** One partition of a map, record by record. */
function lensMarks(
  _: Plan,
  box: Plan["body"],
  from: { readonly x: number; readonly y: number } | undefined,
  row: Mark[],
): Mark[] {
  const marks: Mark[] = [
    {
      key: "lens",
      kind: "rect",
      n: { x: box.x, y: box.y + 2, w: box.w, h: box.h - 4, corner: 10 },
      style: "lens",
    },
  ];
  if (from !== undefined) {
    const x = Math.max(box.x + 12, Math.min(box.x + box.w - 12, from.x));
    marks.push({
      key: "lens:ray",
      kind: "line",
      n: { x: from.x, y: from.y + 4, x1: x, y1: box.y + 2 },
      style: "ray",
    });
  }
  return [...marks, ...row];
}

function rowMarks(row: Row): Mark[] {
  return [
    ...nameMarks(row),
    ...logMarks(row),
    ...lookupMarks(row),
    ...followerMarks(row),
    ...pinMarks(row),
    ...watermark(row),
    ...windowMarks(row),
    ...lagMarks(row),
  ];
}

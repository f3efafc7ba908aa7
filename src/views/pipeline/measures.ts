import type { FailureState, StageState } from "../../engine/systems/failures/failure-state.ts";
import type { Size } from "../../stage/mark.ts";
import type { Plot } from "../parts/chart.ts";
import { LEAST_TEXT, typeSize } from "../parts/words.ts";

/** Where everything stands, in px. */
export interface Measures {
  /** The font size of what is read first. */
  readonly type: number;
  readonly small: number;
  readonly pad: number;
  /** The middle of the line on top. */
  readonly head: number;
  readonly across: boolean;
  readonly cards: ReadonlyMap<string, Plot>;
  /** What lies between two stages, along the way. */
  readonly gap: number;
  readonly charts: readonly Plot[];
  /** The upper edge of the counters; null when there is no room for them. */
  readonly counters: number | null;
}

/** Below this width, in px, stages stand one below the other. */
const NARROW = 480;

/** Share out a pane: the stages come first, then the chart, then the numbers. */
export function measure({ stages, charts }: FailureState, { width, height }: Size): Measures {
  const across = width >= NARROW;
  // A phone is held nearer to the eye and is less wide: type takes a larger share of it.
  const extent = across ? Math.min(width * 1.15, height * 1.7) : Math.min(width * 1.35, height * 1.5);
  const type = typeSize(extent, 0.0215, 15);
  const small = Math.max(LEAST_TEXT, type * 0.86);
  const pad = Math.max(8, type);
  const top = pad * 0.6 + type * 1.5;
  const counters = height >= 300 ? height - pad * 0.6 - type * 2.9 : null;
  const bottom = (counters ?? height) - pad * (counters === null ? 0.3 : 0.9);
  const share = across ? 0.5 : Math.min(0.62, 0.4 + 0.045 * stages.length);
  const gap = across
    ? Math.min(110, Math.max(16, width * (columnsOf(stages) > 3 ? 0.03 : 0.085)))
    : Math.max(4, type * 1.1);
  const floor = top + Math.min((bottom - top) * share, across ? type * 14.5 : type * 34);
  const flow = { left: pad, right: width - pad, top: top + pad * 0.3, bottom: floor };
  const cards = across
    ? sideBySide(stages, { ...flow, right: flow.right - (endsOpen(stages) ? gap * 0.5 : 0) }, gap, type)
    : oneBelowTheOther(stages, flow, gap, type);
  const plots = plotsIn(
    { left: pad, right: width - pad, top: floor + type * 0.6, bottom },
    charts.length,
    width,
  );
  return { type, small, pad, head: pad * 0.6 + type * 0.6, across, cards, gap, charts: plots, counters };
}

function columnsOf(stages: readonly StageState[]): number {
  return new Set(stages.map(({ column }) => column)).size;
}

/** Items leave the last stage to the outside: there must be room to see them go. */
function endsOpen(stages: readonly StageState[]): boolean {
  return (stages.at(-1)?.capacity ?? 0) > 0;
}

/** A stage with a queue needs more room than one without. */
function weightOf(stages: readonly StageState[]): number {
  return stages.some(({ capacity }) => capacity > 0) ? 2.3 : 1;
}

function byColumn(stages: readonly StageState[]): readonly (readonly StageState[])[] {
  const columns = new Map<number, StageState[]>();
  for (const stage of stages) columns.set(stage.column, [...(columns.get(stage.column) ?? []), stage]);
  return [...columns.values()];
}

function sideBySide(
  stages: readonly StageState[],
  flow: Plot,
  gap: number,
  type: number,
): ReadonlyMap<string, Plot> {
  const columns = byColumn(stages);
  const weights = columns.map(weightOf);
  const free = flow.right - flow.left - gap * (columns.length - 1);
  const unit = free / weights.reduce((sum, weight) => sum + weight, 0);
  const cards = new Map<string, Plot>();
  let left = flow.left;
  columns.forEach((column, i) => {
    const right = left + unit * (weights[i] ?? 1);
    const between = Math.min(type * 0.8, (flow.bottom - flow.top) * 0.05);
    const height = (flow.bottom - flow.top - between * (column.length - 1)) / column.length;
    column.forEach(({ name }, lane) => {
      const top = flow.top + lane * (height + between);
      cards.set(name, { left, right, top, bottom: top + height });
    });
    left = right + gap;
  });
  return cards;
}

function oneBelowTheOther(
  stages: readonly StageState[],
  flow: Plot,
  gap: number,
  type: number,
): ReadonlyMap<string, Plot> {
  const thin = type * 1.9;
  const isThin = ({ capacity }: StageState): boolean => capacity === 0;
  const thick = stages.filter((stage) => !isThin(stage)).length;
  const free = flow.bottom - flow.top - gap * (stages.length - 1) - thin * (stages.length - thick);
  const cards = new Map<string, Plot>();
  let top = flow.top;
  for (const stage of stages) {
    const bottom = top + (isThin(stage) ? thin : free / thick);
    cards.set(stage.name, { left: flow.left, right: flow.right, top, bottom });
    top = bottom + gap;
  }
  return cards;
}

/** Two charts side by side in a wide pane, one below the other in a high one, else only the first. */
function plotsIn(room: Plot, count: number, width: number): readonly Plot[] {
  const [w, h] = [room.right - room.left, room.bottom - room.top];
  if (count > 1 && width >= 620) {
    const gap = Math.min(40, w * 0.04);
    const each = (w - gap) / 2;
    return [
      { ...room, right: room.left + each },
      { ...room, left: room.right - each },
    ];
  }
  if (count > 1 && h >= 230) {
    return [
      { ...room, bottom: room.top + h * 0.48 },
      { ...room, top: room.bottom - h * 0.48 },
    ];
  }
  return [room];
}

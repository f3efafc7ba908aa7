import { grouped } from "../../engine/systems/grouped.ts";
import type { Account, LanesState } from "../../engine/systems/lanes/lanes-state.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Rect, Type } from "./places.ts";
import { ms } from "./time-words.ts";

/** One number with its label. */
export interface Cell {
  readonly id: string;
  /** What stands before it: `=`, `+`, or nothing. */
  readonly sign: "" | "=" | "≠" | "+";
  readonly label: string;
  /** The label where there is more room. */
  readonly longer?: string;
  readonly value: string;
  readonly bad: boolean;
}

/** The cells at the foot of the picture, in rows of equal cells. */
export interface CellGrid {
  readonly top: number;
  readonly cells: readonly (Cell & Rect)[];
  readonly value: number;
}

/** How many items more than were produced are accounted for; below 0 some are missing. */
export function surplus(account: Account): number {
  const { produced, offered, queued, inProcess, consumed, dropped, lost } = account;
  return offered + queued + inProcess + consumed + dropped + lost - produced;
}

function equation({ account, faults }: LanesState): Cell[] {
  const off = surplus(account);
  const parts: [string, string, number][] = [
    ["produced", "produced", account.produced],
    ["offered", "offered", account.offered],
    ["queued", "queued", account.queued],
    ["inProcess", "in process", account.inProcess],
    ["consumed", "consumed", account.consumed],
  ];
  if (account.dropped > 0) parts.push(["dropped", "dropped", account.dropped]);
  if (account.lost > 0) parts.push(["lost", "lost", account.lost]);
  const cells = parts.map(([id, label, value], index): Cell => {
    const sign = index === 0 ? "" : index > 1 ? "+" : off === 0 ? "=" : "≠";
    return { id, sign, label, value: grouped(value), bad: false };
  });
  const wrong: [string, string, number][] = [
    ["off", off > 0 ? "too many" : "missing", Math.abs(off)],
    ["twice", "taken twice", account.twice],
    ["vanished", "vanished", faults.vanished],
    ["outOfOrder", "out of order", faults.outOfOrder],
  ];
  for (const [id, label, value] of wrong) {
    if (value > 0) cells.push({ id, sign: "", label, value: grouped(value), bad: true });
  }
  return cells;
}

function counters({ queue, backpressure, alarm, late, latency }: LanesState): Cell[] {
  const plain = (id: string, label: string, value: string, longer = label): Cell => ({
    id,
    label,
    longer,
    value,
    sign: "",
    bad: false,
  });
  const waits = plain("waits", "waits", grouped(queue.waits));
  if (alarm === null) return [waits];
  return [
    waits,
    plain("gaveUp", "gave up", grouped(backpressure), "puts gave up"),
    plain("late", "late", grouped(late), `late, over ${ms(alarm)}`),
    plain("p50", "latency p50", latency === null ? "–" : ms(latency.p50)),
    plain("p99", "latency p99", latency === null ? "–" : ms(latency.p99)),
  ];
}

/** Of the height of the pane. Where the whole account would take more, it only tells what the picture does not. */
const MOST_HEIGHT = 0.5;
/** What is in a hand or in the queue is to be seen there. */
const PICTURED: ReadonlySet<string> = new Set(["offered", "queued", "inProcess"]);

/** The room for what stands before a number, in px. */
export function signWidth(small: number): number {
  return small * 0.95;
}

/**
 * Where the numbers are: in one row where there is room, or the account above and the counters below; the counters are
 * what gives way. Terms of the account for which one row is too short go on below the first term. In a small pane it leaves out
 * what is to be seen above.
 *
 * @param foot y is the bottom to stand on, h the height of the whole pane
 */
export function accountPlaces(state: LanesState, foot: Rect, { body, small }: Type): CellGrid {
  const sum = equation(state);
  const rest = counters(state);
  const value = body * 1.12;
  const sign = signWidth(small);
  const number = textWidth("99,999", { size: value, bold: true });
  const needed = ({ label }: Cell): number => Math.max(textWidth(label, { size: small }), number) + sign;
  const line = small * 1.25 + value * 1.25 + 3;
  const even = (row: readonly Cell[], most = foot.w): Row => {
    const widest = Math.max(...row.map(needed));
    return { indent: 0, row, widths: row.map(() => Math.min(most / row.length, widest * 2.2)) };
  };
  const fits = (row: readonly Cell[]): boolean => row.length * Math.max(...row.map(needed)) <= foot.w;
  const rows: Row[] = [];
  if (fits([...sum, ...rest])) rows.push(even([...sum, ...rest]));
  else {
    const whole = fits(sum) ? [even(sum)] : tight(sum, sum.map(needed), foot.w);
    const low = whole.length * line > foot.h * MOST_HEIGHT;
    rows.push(...(low ? wrapped(sum, needed, foot.w).map((row) => even(row)) : whole));
    const fit = Math.floor(foot.w / Math.max(...rest.map(needed)));
    if (foot.h >= 290) rows.push(even(rest.slice(Math.max(0, rest.length - fit))));
  }
  const top = foot.y - rows.length * line;
  const cells = rows.flatMap(({ indent, row, widths }, r) => {
    let x = foot.x + indent;
    return row.map((cell, c) => {
      const w = widths[c] ?? 0;
      const placed = { ...cell, x, y: top + r * line, w, h: line };
      x += w;
      return placed;
    });
  });
  return { top, cells, value };
}

/** What the picture itself does not tell, in as few rows as there can be: no sum any more, so no signs. */
function wrapped(terms: readonly Cell[], needed: (cell: Cell) => number, room: number): Cell[][] {
  const told = terms.filter(({ id }) => !PICTURED.has(id)).map((term) => ({ ...term, sign: "" as const }));
  const most = Math.max(1, Math.floor(room / Math.max(...told.map(needed))));
  const lines = Math.ceil(told.length / most);
  const each = Math.ceil(told.length / lines);
  return Array.from({ length: lines }, (_, line) => told.slice(line * each, (line + 1) * each));
}

/** One row of cells, with the width of each. */
interface Row {
  readonly indent: number;
  readonly row: readonly Cell[];
  readonly widths: readonly number[];
}

/** Terms in one row, each as wide as it needs; or where that is too long, in columns, the first one for the total alone. */
function tight(terms: readonly Cell[], needed: readonly number[], room: number): Row[] {
  const spare = room - needed.reduce((all, each) => all + each, 0);
  if (spare >= 0) {
    return [{ indent: 0, row: terms, widths: needed.map((each) => each + spare / terms.length) }];
  }
  const most = Math.max(2, Math.floor(room / Math.max(...needed)));
  const lines = Math.ceil((terms.length - 1) / (most - 1));
  const each = Math.ceil((terms.length - 1) / lines);
  const w = room / (each + 1);
  return Array.from({ length: lines }, (_, i) => {
    const row = terms.slice(i === 0 ? 0 : 1 + i * each, 1 + (i + 1) * each);
    return { indent: i === 0 ? 0 : w, row, widths: row.map(() => w) };
  });
}

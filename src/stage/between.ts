import { bendBetween } from "./bend.ts";
import type { Mark } from "./mark.ts";
import { flat, isPolar } from "./place.ts";
import { textBox } from "./text-box.ts";

/** One mark on its way between two pictures: the mark at an eased share `e`, and at a plain share `t`, both 0 … 1. */
export type Path = (e: number, t: number) => Mark;

const NONE: Mark["n"] = {};

/** True if two marks look and mean the same. */
export function sameMark(a: Mark, b: Mark): boolean {
  return a === b || (sameNumbers(a.n, b.n) && sameWords(a, b));
}

function sameWords(a: Mark, b: Mark): boolean {
  return (
    a.key === b.key &&
    a.kind === b.kind &&
    a.style === b.style &&
    a.text === b.text &&
    a.full === b.full &&
    a.anchor === b.anchor &&
    a.path === b.path &&
    a.subject === b.subject &&
    a.action?.name === b.action?.name &&
    a.action?.value === b.action?.value &&
    a.action?.pick === b.action?.pick &&
    sameNumbers(a.enter ?? NONE, b.enter ?? NONE) &&
    sameNumbers(a.leave ?? NONE, b.leave ?? NONE)
  );
}

/** True if two sets of numbers are equal. */
export function sameNumbers(a: Mark["n"], b: Mark["n"]): boolean {
  if (a === b) return true;
  let count = 0;
  for (const name in a) {
    if (a[name] !== b[name]) return false;
    count += 1;
  }
  for (const _ in b) count -= 1;
  return count === 0;
}

/**
 * A mark that is in both pictures: its numbers are interpolated, its words switch over half way. Other words are of
 * their own size and stay within what the two ends span, so that the longer ones cannot leave a pane from the place of
 * the shorter ones.
 */
export function moving(from: Mark, to: Mark): Path {
  if (from.kind !== to.kind) return (_, t) => (t < 0.5 ? from : to);
  const mixed = isPolar(from.n) !== isPolar(to.n);
  const numbers = interpolateNumbers(mixed ? flat(from.n) : from.n, mixed ? flat(to.n) : to.n);
  const at: Path = (e, t) => ({ ...(t < 0.5 ? from : to), n: numbers(e) });
  const bend = bendBetween(from.n, to.n);
  if (bend !== undefined) return (e, t) => bent(at(e, t), bend);
  const span = from.text === to.text && from.anchor === to.anchor ? undefined : spanOf(from, to);
  if (span === undefined) return at;
  return (e, t) => within(sized(at(e, t), (t < 0.5 ? from : to).n.size), span);
}

function bent(mark: Mark, bend: (x: number) => number): Mark {
  return { ...mark, n: { ...mark.n, y: bend(mark.n.x ?? 0) } };
}

/** From where to where two upright texts reach, in px; undefined for what is no such text. */
function spanOf(from: Mark, to: Mark): readonly [left: number, right: number] | undefined {
  const boxes = [from, to].flatMap((mark) => {
    const upright = mark.kind === "text" && !isPolar(mark.n) && (mark.n.turn ?? 0) === 0;
    return (upright ? textBox(mark) : undefined) ?? [];
  });
  if (boxes.length < 2) return undefined;
  return [Math.min(...boxes.map(({ x, w }) => x - w)), Math.max(...boxes.map(({ x, w }) => x + w))];
}

function sized(mark: Mark, size: number | undefined): Mark {
  return size === undefined ? mark : { ...mark, n: { ...mark.n, size } };
}

function within(mark: Mark, [left, right]: readonly [number, number]): Mark {
  const box = textBox(mark);
  if (box === undefined) return mark;
  const over = Math.max(0, left - box.x + box.w) - Math.max(0, box.x + box.w - right);
  return over === 0 ? mark : { ...mark, n: { ...mark.n, x: (mark.n.x ?? 0) + over } };
}

/** A mark that is only in the second picture. It appears in the second half, when those that leave are gone. */
export function entering(mark: Mark): Path {
  const path = moving({ ...mark, n: { ...mark.n, ...mark.enter } }, mark);
  return (e, t) => faded(path(e, t), mark.enter?.opacity === undefined ? Math.max(0, 2 * e - 1) : 1);
}

/** A mark that is only in the first picture. */
export function leaving(mark: Mark): Path {
  const path = moving(mark, { ...mark, n: { ...mark.n, ...mark.leave } });
  return (e, t) => faded(path(e, t), mark.leave?.opacity === undefined ? Math.max(0, 1 - 2 * e) : 1);
}

/** The mark with its opacity multiplied by `share`. */
export function faded(mark: Mark, share: number): Mark {
  return share >= 1 ? mark : { ...mark, n: { ...mark.n, opacity: (mark.n.opacity ?? 1) * share } };
}

function interpolateNumbers(from: Mark["n"], to: Mark["n"]): (e: number) => Mark["n"] {
  const still: Record<string, number> = {};
  const moves: [string, number, number][] = [];
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const missing = name === "opacity" ? 1 : 0;
    const start = from[name] ?? (name === "opacity" ? missing : (to[name] ?? missing));
    const end = to[name] ?? (name === "opacity" ? missing : start);
    if (start === end) still[name] = start;
    else moves.push([name, start, end]);
  }
  return (e) => {
    const n = { ...still };
    // Not start + (end − start) · e, which rounding may keep from ending at the end.
    for (const [name, start, end] of moves) {
      n[name] = name === "size" ? inSteps(start, end, e) : start * (1 - e) + end * e;
    }
    return n;
  };
}

/**
 * A font size on its way, whole px from where it began, and no larger than it would be by then: at another size a browser
 * has to lay out the text anew, and a step in mid-move is not seen.
 */
function inSteps(start: number, end: number, e: number): number {
  return start + Math.floor((end - start) * e);
}

import { bendBetween } from "./bend.ts";
import type { Mark } from "./mark.ts";
import { flat, isPolar } from "./place.ts";
import { type Box, textBox } from "./text-box.ts";

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
  return (e, t) => {
    const own = t < 0.5 ? from : to;
    return within({ ...own, n: { ...numbers(e), size: own.n.size ?? 12 } }, span);
  };
}

function bent(mark: Mark, bend: (x: number) => number): Mark {
  return { ...mark, n: { ...mark.n, y: bend(mark.n.x ?? 0) } };
}

/** From where to where two upright texts reach, in px; undefined for what is no such text. */
function spanOf(...ends: readonly [Mark, Mark]): readonly [left: number, right: number] | undefined {
  const boxes = ends.map((mark) =>
    mark.kind === "text" && !isPolar(mark.n) && !mark.n.turn ? textBox(mark) : undefined,
  );
  if (boxes.includes(undefined)) return undefined;
  const sides = (boxes as Box[]).flatMap(({ x, w }) => [x - w, x + w]);
  return [Math.min(...sides), Math.max(...sides)];
}

/** The text, moved as little as it must be to lie between `left` and `right`. */
function within(text: Mark, [left, right]: readonly [left: number, right: number]): Mark {
  const { x, w } = textBox(text) as Box;
  const by = Math.max(0, left - x + w) - Math.max(0, x + w - right);
  return { ...text, n: { ...text.n, x: (text.n.x ?? 0) + by } };
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
    // A font size goes in whole px, and is no larger than it would be by then: at another size a browser has to lay out the
    // text anew, and a step in mid-move is not seen.
    for (const [name, start, end] of moves) {
      n[name] = name === "size" ? start + Math.floor((end - start) * e) : start * (1 - e) + end * e;
    }
    return n;
  };
}

import { entering, leaving, moving, type Path, sameMark, sameNumbers } from "./between.ts";
import { Covering } from "./covering.ts";
import type { Mark } from "./mark.ts";

/** What lies between two pictures, worked out once. */
interface Plan {
  /** Marks that stay where they are. The second is not the first when only its words change. */
  readonly still: readonly (readonly [Mark, Mark])[];
  /** Marks that move, come or go. They are drawn above the others. */
  readonly paths: readonly Path[];
  readonly covering: Covering;
}

type Marks = readonly Mark[];
/** Plans are kept as long as both their pictures are; see `layoutOf`, which keeps few. */
const plans = new WeakMap<Marks, WeakMap<Marks, Plan>>();

/**
 * The picture at share `t` of the way between two others. At 0 it is the first and at 1 the second, the very same
 * objects; in between a mark that did not change is still the same object. It does not depend on what was drawn
 * before. While things move, a text that something passes over is not drawn, so that no two texts ever overlap.
 *
 * @param t 0 … 1; what lies outside is taken as the nearer end
 */
export function sample(from: Marks, to: Marks, t: number): Marks {
  if (t <= 0 || from === to) return from;
  if (t >= 1) return to;
  const { still, paths, covering } = planFor(from, to);
  const e = eased(t);
  const marks = still.map(([before, after]) => (t < 0.5 ? before : after));
  for (const path of paths) marks.push(path(e, t));
  return covering.apply(marks, still.length);
}

function planFor(from: Marks, to: Marks): Plan {
  const known = plans.get(from) ?? new WeakMap<Marks, Plan>();
  plans.set(from, known);
  const plan = known.get(to) ?? makePlan(from, to);
  known.set(to, plan);
  return plan;
}

function makePlan(from: Marks, to: Marks): Plan {
  const before = new Map(from.map((mark) => [mark.key, mark]));
  const after = new Set(to.map((mark) => mark.key));
  const still: [Mark, Mark][] = [];
  const paths: Path[] = [];
  for (const mark of from) if (!after.has(mark.key)) paths.push(leaving(mark));
  for (const mark of to) {
    const old = before.get(mark.key);
    if (old === undefined) paths.push(entering(mark));
    else if (sameMark(old, mark)) still.push([old, old]);
    else if (old.kind === mark.kind && sameNumbers(old.n, mark.n)) still.push([old, mark]);
    else paths.push(moving(old, mark));
  }
  return { still, paths, covering: new Covering(from, to) };
}

/** A share of the way at a share of the time: slow at both ends, by the cubes of what has passed and what is left. */
function eased(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - 4 * (1 - t) ** 3;
}

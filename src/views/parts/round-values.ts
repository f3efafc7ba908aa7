/** A round step as a fraction, since 1 / 5 is exact where 0.2 is not: `up / down`, one of which is 1. */
interface RoundStep {
  readonly up: number;
  readonly down: number;
}

/** From which share of a power of ten on a step of so many of it is the nearest: the geometric means between 1, 2, 5 and 10. */
const FACTORS = [
  [Math.sqrt(50), 10],
  [Math.sqrt(10), 5],
  [Math.sqrt(2), 2],
] as const;

/** How far from a whole number of steps a round value may be for no other reason than that it is not exact. */
const NOISE = 1e-6;

/** The step of 1, 2 or 5 times a power of ten that divides a span into about so many. */
function roundStep(span: number, count: number): RoundStep {
  const rough = span / count;
  const power = Math.floor(Math.log10(rough));
  const share = rough / 10 ** power;
  const factor = FACTORS.find(([from]) => share >= from)?.[1] ?? 1;
  return power < 0 ? { up: 1, down: 10 ** -power / factor } : { up: 10 ** power * factor, down: 1 };
}

/**
 * About so many round values from `low` to `high`, evenly apart.
 *
 * @param count more than 0
 */
export function roundValues(low: number, high: number, count: number): number[] {
  if (low === high) return [low];
  const { up, down } = roundStep(high - low, count);
  const value = (index: number) => (index * up) / down;
  let first = Math.round((low * down) / up);
  let last = Math.round((high * down) / up);
  if (value(first) < low) first += 1;
  if (value(last) > high) last -= 1;
  if (last < first && count >= 0.5 && count < 2) return roundValues(low, high, count * 2);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => value(first + index));
}

/**
 * A span widened until both its ends are among about so many round values of it.
 *
 * @param count 2 or more
 */
export function roundEnds(low: number, high: number, count: number): readonly [number, number] {
  let [from, to] = [low, high];
  let before: number | undefined;
  while (to > from) {
    const { up, down } = roundStep(to - from, count);
    if (up / down === before) break;
    before = up / down;
    from = (Math.floor((from * down) / up + NOISE) * up) / down;
    to = (Math.ceil((to * down) / up - NOISE) * up) / down;
  }
  return [from, to];
}

const QUARTER = 300;

/** How many places one full wave has. */
export const FULL_WAVE = 4 * QUARTER;

/**
 * One full wave of a sine in 1,200 whole numbers from −32,767 to 32,767. Worked out with + − × ÷ alone, which every
 * JavaScript engine must round alike; `Math.sin` may differ in the last digit between engines, and runs must not.
 */
export const sine: readonly number[] = Object.freeze(
  Array.from({ length: FULL_WAVE }, (_, place) => {
    const half = place % (2 * QUARTER);
    const rise = half <= QUARTER ? half : 2 * QUARTER - half;
    const height = Math.round(32_767 * series((Math.PI / 2) * (rise / QUARTER)));
    return place < 2 * QUARTER || height === 0 ? height : -height;
  }),
);

/** x − x³/3! + x⁵/5! − …, exact to far more than 16 bits for 0 ≤ x ≤ π/2. */
function series(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 3; n <= 17; n += 2) {
    term *= -(x * x) / (n * (n - 1));
    sum += term;
  }
  return sum;
}

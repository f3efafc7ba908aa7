/** How many frames one operation makes at most while it writes. */
const MOST_FRAMES = 60;

/**
 * Split a long stretch of writing into at most sixty strides of nearly equal length, so that an operation of any length
 * is a watchable number of frames.
 *
 * @param count how many entries are to be written, 0 or more
 */
export function* strides(count: number): Generator<number> {
  const frames = Math.min(count, MOST_FRAMES);
  for (let i = 0; i < frames; i++) {
    yield Math.floor(((i + 1) * count) / frames) - Math.floor((i * count) / frames);
  }
}

/** Something that calls again and again while there is anything to move. The only clock the player has. */
export interface Ticker {
  /** Start calling `tick` with the ms since the last call. Returns what stops it. */
  start(tick: (ms: number) => void): () => void;
}

/** What the first call is given, when there is no call before it to measure from. */
const FIRST = 16;

/** Calls once before each frame that the browser paints. */
export const frameTicker: Ticker = {
  start(tick) {
    let before: number | undefined;
    let handle = requestAnimationFrame(function frame(now) {
      const ms = before === undefined ? FIRST : now - before;
      before = now;
      handle = requestAnimationFrame(frame);
      tick(ms);
    });
    return () => cancelAnimationFrame(handle);
  },
};

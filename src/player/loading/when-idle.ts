/** How long to let the page get to rest where the browser does not tell in time, as in some frames of other origins, in ms. */
const REST = 1_000;

/** Run something when the browser is idle, after it has painted. Returns what calls it off. */
export function whenIdle(run: () => void): () => void {
  // Not every browser has it.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, REST);
    return () => clearTimeout(timer);
  }
  let idle = 0;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(run, { timeout: REST });
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}

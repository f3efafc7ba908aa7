/** One press of a key, in ms. */
export interface Paint {
  /** From the key's time stamp until the next frame was painted. */
  readonly time: number;
  /** What of that the main thread was at work: handling the key, then making the frame. The rest is waiting for it. */
  readonly work: number;
}

/** An event of a trace of Chromium's, as far as it matters here. Times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** What the main thread does for a frame, from the animation callbacks to the paint: Chromium's own name for it. */
const FRAME = "ProxyMain::BeginMainFrame";

/**
 * The paints of the keys that were pressed while a page with clocks was traced, in their order.
 *
 * @throws Error when the trace lacks what belongs to a key
 */
export function paintsIn(events: readonly TraceEvent[]): Paint[] {
  const keys = events.filter(({ name }) => name.startsWith("key "));
  return keys.map((key) => {
    const own = events.filter(({ pid, ts }) => pid === key.pid && ts >= key.ts - LONGEST);
    const handled = firstAfter(own, "handled", key.ts);
    const begun = firstAfter(own, "frame", key.ts);
    const frame = own.find(
      ({ name, ts, dur = 0 }) => name === FRAME && ts <= begun.ts && ts + dur >= begun.ts,
    );
    if (frame?.dur === undefined) throw new Error(`The trace has no ${FRAME} for a key that was pressed.`);
    const waited = Number(key.name.slice("key ".length));
    return {
      time: waited + (frame.ts + frame.dur - key.ts) / 1000,
      work: (handled.ts - key.ts + frame.dur) / 1000,
    };
  });
}

/** No frame takes so long, in µs. */
const LONGEST = 1e6;

function firstAfter(events: readonly TraceEvent[], name: string, ts: number): TraceEvent {
  const after = events.filter((event) => event.name === name && event.ts >= ts);
  const [first] = after.sort((a, b) => a.ts - b.ts);
  if (first === undefined) throw new Error(`The trace has no mark “${name}” for a key that was pressed.`);
  return first;
}

import type { LaneState } from "./lane-state.ts";

/** Every job that came is in front of the buffer, in it, being served, served or lost, and nowhere twice. */
export function addsUp({ arrived, outside, depth, serving, consumed, lost }: LaneState): boolean {
  const everywhere = outside + depth + (serving === null ? 0 : 1) + consumed + lost.all;
  return arrived === everywhere && lost.all === lost.evicted + lost.refused + lost.sampled;
}

export const ORDER_KEPT =
  "jobs are served in the order in which they came, and no slot is read that holds nothing";

/** Nothing was served after a later job, and no slot was read that held nothing. */
export function inOrder({ outOfOrder, holes, slots, tail, depth, capacity }: LaneState): boolean {
  let before = -1;
  for (let i = 0; i < depth; i++) {
    const job = slots.at((tail + i) % capacity) ?? -1;
    if (job <= before) return false;
    before = job;
  }
  return outOfOrder === 0 && holes === 0;
}

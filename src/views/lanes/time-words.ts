import { grouped } from "../../engine/systems/grouped.ts";
import type { ThreadState } from "../../engine/systems/lanes/lanes-state.ts";

/** A number of ms, to a tenth at most. */
export function ms(value: number): string {
  return `${round(value)} ms`;
}

function round(value: number): string {
  return grouped(Math.round(value * 10) / 10);
}

/** How much is left of what a thread is at: “62 of 100 ms”; empty when nothing is set. */
export function left({ since, until }: ThreadState, time: number): string {
  return until === null ? "" : `${round(Math.max(0, until - time))} of ${ms(until - since)}`;
}

/** How far a thread has come in what it is at, 0 … 1; undefined when nothing is set. */
export function progress({ since, until }: ThreadState, time: number): number | undefined {
  if (until === null || !(until > since)) return undefined;
  return Math.max(0, Math.min(1, (time - since) / (until - since)));
}

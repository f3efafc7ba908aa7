import type { StrategyName } from "../../engine/structures/backpressure-strategies.ts";

/** The strategies in words, and where each is at home. */
export const NAMES: { readonly [Name in StrategyName]: { readonly name: string; readonly use: string } } = {
  block: { name: "block", use: "pipelines, batch jobs" },
  dropOldest: { name: "drop oldest", use: "live video, positions" },
  dropNewest: { name: "drop newest", use: "web server queues" },
  sample: { name: "sample", use: "traces and metrics" },
  grow: { name: "grow", use: "bursts, spare memory" },
};

/** A latency as it is written: `84 ms`, `2.2 s`. */
export function duration(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  return `${(ms / 1_000).toFixed(ms < 99_950 ? 1 : 0)} s`;
}

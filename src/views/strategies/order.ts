import type { StrategyName } from "../../engine/structures/backpressure-strategies.ts";

/** The five from top to bottom. */
export const SHOWN: readonly StrategyName[] = ["block", "dropOldest", "dropNewest", "sample", "grow"];

import { BlockStrategy } from "./backpressure-block.ts";
import { DropNewestStrategy } from "./backpressure-drop-newest.ts";
import { DropOldestStrategy } from "./backpressure-drop-oldest.ts";
import { GrowStrategy } from "./backpressure-grow.ts";
import { SampleStrategy } from "./backpressure-sample.ts";

/** The five answers to more coming in than going out, by name. */
export const BackpressureStrategies = {
  block: BlockStrategy,
  dropOldest: DropOldestStrategy,
  dropNewest: DropNewestStrategy,
  sample: SampleStrategy,
  grow: GrowStrategy,
} as const;

export type StrategyName = keyof typeof BackpressureStrategies;

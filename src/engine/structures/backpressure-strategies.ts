import { BlockStrategy } from "./block-strategy.ts";
import { DropNewestStrategy } from "./drop-newest-strategy.ts";
import { DropOldestStrategy } from "./drop-oldest-strategy.ts";
import { GrowStrategy } from "./grow-strategy.ts";
import { SampleStrategy } from "./sample-strategy.ts";

/** The five answers to more coming in than going out, by name. */
export const BackpressureStrategies = {
  block: BlockStrategy,
  dropOldest: DropOldestStrategy,
  dropNewest: DropNewestStrategy,
  sample: SampleStrategy,
  grow: GrowStrategy,
} as const;

export type StrategyName = keyof typeof BackpressureStrategies;

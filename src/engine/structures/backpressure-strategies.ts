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

/** The classes' names as in their source: a page that was made smaller has others. */
export const strategyStructure: { readonly [Name in StrategyName]: string } = {
  block: "BlockStrategy",
  dropOldest: "DropOldestStrategy",
  dropNewest: "DropNewestStrategy",
  sample: "SampleStrategy",
  grow: "GrowStrategy",
};

/** The name of a strategy's class in its source. @throws RangeError when it is none of the five */
export function structureOf(strategy: object): string {
  for (const name of Object.keys(strategyStructure) as StrategyName[]) {
    if (strategy.constructor === BackpressureStrategies[name]) return strategyStructure[name];
  }
  throw new RangeError("a strategy must be one of the five");
}

import { strategyStructure } from "../../structures/backpressure-strategies.ts";
import { defineSystem, type Invariant } from "../define-system.ts";
import { choice, whole } from "../fields.ts";
import type { BackpressureComparisonState } from "./backpressure-comparison-state.ts";
import { FiveLanes, type FiveLanesSettings, growingStructure, STRATEGY_NAMES } from "./five-lanes.ts";
import { PATTERNS } from "./job.ts";
import { addsUp, inOrder, ORDER_KEPT } from "./lane-invariants.ts";
import type { LaneState } from "./lane-state.ts";

/** An invariant that every lane keeps. */
function inEveryLane(
  id: string,
  words: string,
  holds: (lane: LaneState) => boolean,
): Invariant<BackpressureComparisonState> {
  return { id, words, holds: ({ lanes }) => STRATEGY_NAMES.every((name) => holds(lanes[name])) };
}

/** Five answers to overload, side by side under the very same arrivals. */
export const backpressureComparison = defineSystem({
  id: "backpressure-comparison",
  title: "Five strategies under the same load",
  summary: "Block, drop the oldest, drop the newest, sample, or grow: the same jobs come to five buffers.",
  views: ["strategies"],
  parameters: {
    load: whole({
      min: 10,
      max: 400,
      default: 150,
      unit: "%",
      help: "What comes, in percent of what the consumer can do.",
      slider: true,
    }),
    capacity: whole({
      min: 1,
      max: 1_000,
      default: 16,
      unit: "slots",
      help: "How many slots each buffer begins with.",
    }),
    service: whole({
      min: 1,
      max: 1_000,
      default: 10,
      unit: "ms",
      help: "How long a job takes on average. Each takes half to one and a half times as long.",
    }),
    arrivals: choice({
      options: PATTERNS,
      default: "random",
      help: "How the arrivals are spread: at random, evenly, or in bursts.",
    }),
    samplingRate: whole({
      min: 1,
      max: 100,
      default: 10,
      unit: "%",
      help: "The share of jobs that “sample” lets in while its buffer is nearly full.",
    }),
    threshold: whole({
      min: 1,
      max: 100,
      default: 80,
      unit: "%",
      help: "How full is nearly full, for “sample” and “grow”.",
    }),
    growthBound: whole({
      min: 1,
      max: 10_000,
      default: 64,
      unit: "slots",
      help: "The most slots that “grow” may have.",
    }),
    growthFactor: whole({
      min: 101,
      max: 1_000,
      default: 150,
      unit: "%",
      help: "How many slots “grow” goes on with, in percent of those it has; at least one more.",
    }),
    growing: choice({
      options: ["copies", "changes-number"],
      default: "copies",
      help: "How “grow” grows: it copies the jobs in order, or, broken, it changes the capacity number alone.",
    }),
  },
  operations: {
    burst: {
      help: "Let several jobs come at once.",
      arguments: { jobs: whole({ min: 1, max: 1_000, default: 20, help: "How many." }) },
      shortcut: "b",
      run: (five: FiveLanes, { jobs }: { readonly jobs: number }) => {
        for (let i = 0; i < jobs; i++) five.arrive();
        return undefined;
      },
    },
  },
  invariants: [
    inEveryLane(
      "all-accounted-for",
      "arrived = outside + in the buffer + being served + consumed + lost",
      addsUp,
    ),
    inEveryLane("order-kept", ORDER_KEPT, inOrder),
    inEveryLane(
      "depth-in-range",
      "0 ≤ depth ≤ capacity",
      ({ depth, capacity }) => depth >= 0 && depth <= capacity,
    ),
    {
      id: "block-loses-nothing",
      words: "the blocking buffer loses nothing",
      holds: ({ lanes }) => lanes.block.lost.all === 0,
    },
    {
      id: "same-arrivals",
      words: "all five have seen the same jobs at the same times",
      holds: ({ lanes, arrived }) =>
        STRATEGY_NAMES.every(
          (name) => lanes[name].arrived === arrived && lanes[name].arrivals === lanes.block.arrivals,
        ),
    },
  ],
  create: (parameters, context) => new FiveLanes({ ...parameters }, context),
  begin: (five) => five.begin(),
  snapshot: (five) => five.snapshot(),
  kernel: ({ kernel }) => kernel,
  live: ["load", "service", "arrivals", "samplingRate", "threshold", "growthBound", "growthFactor"],
  adjust: (five, parameter, value) => five.set({ [parameter]: value }),
  structures: [...Object.values(strategyStructure), ...Object.values(growingStructure)],
  structuresFor: ({ growing }) => {
    const ring = growingStructure[growing as FiveLanesSettings["growing"]];
    const strategies = Object.values(strategyStructure);
    return growing === "copies" ? [...strategies, ring] : [ring, ...strategies];
  },
  running: ({ code }) => (code === null ? [] : [code]),
});

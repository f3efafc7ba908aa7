import { strategyStructure } from "../../structures/backpressure-strategies.ts";
import { defineSystem } from "../define-system.ts";
import { choice, whole } from "../fields.ts";
import { type AdaptiveBufferState, MODES } from "./adaptive-buffer-state.ts";
import {
  AdaptiveBufferSystem,
  type AdaptiveSettings,
  controllerStructure,
} from "./adaptive-buffer-system.ts";
import { PATTERNS } from "./job.ts";
import { addsUp, inOrder, ORDER_KEPT } from "./lane-invariants.ts";

const onOff = (help: string) => choice({ options: ["on", "off"], default: "on", help });

/** A buffer that measures how it fares and chooses its strategy by that. */
export const adaptiveBuffer = defineSystem({
  id: "adaptive-buffer",
  title: "A buffer that adapts",
  summary:
    "It measures its rates and its p99, and blocks, grows, samples or drops the oldest by what it finds.",
  views: ["adaptive"],
  parameters: {
    rate: whole({
      min: 1,
      max: 1_000,
      default: 80,
      unit: "jobs/s",
      help: "How many jobs come a second, on average.",
      slider: true,
    }),
    service: whole({
      min: 1,
      max: 1_000,
      default: 10,
      unit: "ms",
      help: "How long a job takes on average. Each takes half to one and a half times as long.",
    }),
    capacity: whole({
      min: 1,
      max: 1_000,
      default: 20,
      unit: "slots",
      help: "How many slots it begins with.",
    }),
    growthBound: whole({
      min: 1,
      max: 10_000,
      default: 60,
      unit: "slots",
      help: "The most slots it may have.",
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
      help: "The share of jobs that gets in while it samples and is nearly full.",
    }),
    latencyLimit: whole({
      min: 10,
      max: 60_000,
      default: 1_000,
      unit: "ms",
      help: "It drops the oldest when p99 is above this.",
    }),
    overload: whole({
      min: 101,
      max: 10_000,
      default: 200,
      unit: "%",
      help: "It samples when more jobs come than this, in percent of those that are done.",
    }),
    fullness: whole({
      min: 1,
      max: 99,
      default: 90,
      unit: "%",
      help: "It grows when more of its slots than this are taken.",
    }),
    window: whole({
      min: 100,
      max: 60_000,
      default: 1_000,
      unit: "ms",
      help: "How far back rates and p99 look. The controller looks ten times a window.",
    }),
    minimumStay: whole({
      min: 0,
      max: 60_000,
      default: 1_000,
      unit: "ms",
      help: "How long a mode lasts at least, with hysteresis.",
    }),
    hysteresis: onOff(
      "Leave a mode only when its measure is well below the limit and the minimum stay is over.",
    ),
    wayBack: onOff(
      "Whether the controller can come back to blocking. Off, it is broken: once lossy, always lossy.",
    ),
  },
  operations: {
    burst: {
      help: "Let several jobs come at once.",
      arguments: { jobs: whole({ min: 1, max: 1_000, default: 50, help: "How many." }) },
      shortcut: "b",
      run: (run: AdaptiveBufferSystem, { jobs }: { readonly jobs: number }) => {
        for (let i = 0; i < jobs; i++) run.arrive();
        return undefined;
      },
    },
  },
  invariants: [
    {
      id: "all-accounted-for",
      words: "arrived = outside + in the buffer + being served + consumed + lost",
      holds: ({ lane }: AdaptiveBufferState) => addsUp(lane),
    },
    {
      id: "order-kept",
      words: ORDER_KEPT,
      holds: ({ lane }) => inOrder(lane),
    },
    {
      id: "capacity-in-range",
      words: "0 ≤ depth ≤ capacity ≤ bound",
      holds: ({ lane: { depth, capacity }, bound }) => depth >= 0 && depth <= capacity && capacity <= bound,
    },
    {
      id: "minimum-stay",
      words: "with hysteresis, no mode is shorter than the minimum stay",
      holds: ({ hysteresis, shortestStay, minimumStay }) =>
        !hysteresis || shortestStay === null || shortestStay >= minimumStay,
    },
    {
      id: "way-back",
      words: "when the measures ask for blocking, it blocks again within the minimum stay",
      holds: ({ mode, calmSince, time, minimumStay, window }) =>
        mode === "block" || calmSince === null || time - calmSince <= minimumStay + window / 10,
    },
  ],
  create: (parameters, context) => new AdaptiveBufferSystem({ ...parameters }, context),
  begin: (run) => run.begin(),
  snapshot: (run) => run.snapshot(),
  kernel: ({ kernel }) => kernel,
  live: [
    "rate",
    "service",
    "arrivals",
    "growthBound",
    "samplingRate",
    "latencyLimit",
    "overload",
    "fullness",
    "minimumStay",
    "hysteresis",
  ],
  adjust: (system, parameter, value) => system.set({ [parameter]: value }),
  structures: [...Object.values(controllerStructure), ...MODES.map((mode) => strategyStructure[mode])],
  structuresFor: ({ wayBack }) => [
    controllerStructure[wayBack as AdaptiveSettings["wayBack"]],
    ...MODES.map((mode) => strategyStructure[mode]),
  ],
  running: ({ code }) => (code === null ? [] : [code]),
});

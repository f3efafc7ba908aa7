import { expect, test } from "vitest";
import {
  AdaptiveController,
  BackpressureStrategies,
  type Detail,
  GrowableRing,
  type Measured,
  NumberGrowingRing,
  OneWayController,
  Random,
  type StrategyName,
  type Trace,
} from "../../../src/engine/index.ts";
import { askPython, hasPython } from "./python.ts";

const names = [
  "ring-buffer",
  "growable-ring",
  "broken/number-growing-ring",
  "backpressure-strategy",
  "block-strategy",
  "drop-oldest-strategy",
  "drop-newest-strategy",
  "sample-strategy",
  "grow-strategy",
  "adaptive-controller",
  "broken/one-way-controller",
];

const driver = `
for run in asked["runs"]:
    heard = []
    def listen(mark, **detail): heard.append([mark, detail])
    if "controller" in run:
        made = globals()[run["controller"]](hysteresis=run["hysteresis"])
        made.trace = listen
        for now, measured in run["looks"]:
            heard.append(["return", {"result": made.decide(now, measured)}])
    else:
        ring = globals()[run["ring"]](run["capacity"])
        lot = iter(run["lot"])
        extra = {"sample": [lambda: next(lot)], "grow": [run["bound"]]}.get(run["name"], [])
        made = globals()[run["strategy"]](ring, *extra)
        made.trace = ring.trace = listen
        for call in run["calls"]:
            result = made.offer(call) if call is not None else ring.pop()
            heard.append(["return", {"result": result}])
    told.append(heard)
`;

interface StrategyRun {
  readonly name: StrategyName;
  readonly strategy: string;
  readonly ring: "GrowableRing" | "NumberGrowingRing";
  readonly capacity: number;
  readonly bound: number;
  readonly lot: readonly number[];
  /** What is offered; null takes one. */
  readonly calls: readonly (number | null)[];
}

interface ControllerRun {
  readonly controller: "AdaptiveController" | "OneWayController";
  readonly hysteresis: boolean;
  readonly looks: readonly (readonly [number, Measured])[];
}

const random = new Random(7);

const strategyRuns = (Object.keys(BackpressureStrategies) as StrategyName[]).flatMap((name) =>
  Array.from({ length: 20 }, (_, i): StrategyRun => {
    const capacity = random.whole(1, 6);
    return {
      name,
      strategy: BackpressureStrategies[name].name,
      ring: i % 2 === 0 ? "GrowableRing" : "NumberGrowingRing",
      capacity,
      bound: capacity + random.whole(0, 12),
      lot: Array.from({ length: 60 }, () => random.fraction()),
      calls: Array.from({ length: 60 }, (_, call) => (random.whole(0, 2) === 0 ? null : call)),
    };
  }),
);

const controllerRuns = (["AdaptiveController", "OneWayController"] as const).flatMap((controller) =>
  [true, false].map(
    (hysteresis): ControllerRun => ({
      controller,
      hysteresis,
      looks: Array.from({ length: 100 }, (_, i) => [
        i * 250,
        {
          arrivals: random.whole(0, 300),
          departures: random.whole(0, 150),
          p99: random.whole(0, 3) === 0 ? null : random.whole(0, 1_500),
          fullness: random.whole(0, 100) / 100,
          canGrow: random.whole(0, 1) === 1,
        },
      ]),
    }),
  ),
);

function heardOf(run: StrategyRun | ControllerRun): unknown {
  const heard: [string, Detail | { readonly result: unknown }][] = [];
  const listen: Trace = (mark, detail = {}) => heard.push([mark, detail]);
  if ("controller" in run) {
    const Controller = run.controller === "AdaptiveController" ? AdaptiveController : OneWayController;
    const made = new Controller(undefined, undefined, run.hysteresis);
    made.trace = listen;
    for (const [now, measured] of run.looks) heard.push(["return", { result: made.decide(now, measured) }]);
  } else {
    const Ring = run.ring === "GrowableRing" ? GrowableRing : NumberGrowingRing;
    const ring = new Ring<number>(run.capacity);
    const made = strategyOf(run, ring);
    made.trace = listen;
    ring.trace = listen;
    for (const call of run.calls) {
      const result = call === null ? (ring.pop() ?? null) : made.offer(call);
      heard.push(["return", { result }]);
    }
  }
  // Python's None stands for undefined, also where a field has it.
  const text = JSON.stringify(heard, (_, value: unknown) => (value === undefined ? null : value));
  return JSON.parse(text.replaceAll('"totalWritten":', '"total_written":'));
}

function strategyOf({ name, bound, lot }: StrategyRun, ring: GrowableRing<number>) {
  let next = 0;
  if (name === "sample") return new BackpressureStrategies.sample(ring, () => lot[next++] ?? 0);
  if (name === "grow") return new BackpressureStrategies.grow(ring, bound);
  return new BackpressureStrategies[name](ring);
}

function snake(runs: readonly (StrategyRun | ControllerRun)[]): object[] {
  return JSON.parse(JSON.stringify(runs).replaceAll('"canGrow":', '"can_grow":'));
}

test.runIf(hasPython)(
  "the Python twins make the same marks, with the same particulars and results",
  () => {
    const runs = [...strategyRuns, ...controllerRuns];
    const answers = askPython(names, driver, { runs: snake(runs) });
    for (const [i, run] of runs.entries()) expect(answers[i], JSON.stringify(run)).toEqual(heardOf(run));
  },
  60_000,
);

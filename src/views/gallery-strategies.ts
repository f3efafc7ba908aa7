import { type Input, type Plain, registry, type System } from "../engine/index.ts";
import { view as adaptive } from "./adaptive/view.ts";
import { galleryState } from "./gallery-run.ts";
import type { GalleryState } from "./gallery-states.ts";
import { view as strategies } from "./strategies/view.ts";
import type { View } from "./view.ts";

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly view: View<never>;
  readonly system: string;
  readonly inputs: readonly Input[];
  readonly parameters?: { readonly [name: string]: Plain };
  readonly mark?: string;
  readonly t?: number;
}

const run = (time: number): Input => ({ operation: "run", values: { for: time } });
const step: Input = { operation: "run", values: { steps: 12 } };
const burst = (jobs: number): Input => ({ operation: "burst", values: { jobs } });
const rate = (value: number): Input => ({ operation: "set", values: { parameter: "rate", value } });
const five = { view: strategies, system: "backpressure-comparison" };
const one = { view: adaptive, system: "adaptive-buffer" };

const shown: readonly Shown[] = [
  { ...five, id: "strategies-empty", title: "Nothing yet", inputs: [] },
  { ...five, id: "strategies-calm", title: "Half the load", inputs: [run(2_000)], parameters: { load: 50 } },
  { ...five, id: "strategies-over", title: "One and a half times the load", inputs: [run(6_000)] },
  {
    ...five,
    id: "strategies-losing",
    title: "A job comes to full buffers",
    inputs: [run(3_000), step],
    parameters: { load: 300 },
    mark: "arrive",
    t: 0.5,
  },
  {
    ...five,
    id: "strategies-bursts",
    title: "Bursts",
    inputs: [run(4_000)],
    parameters: { load: 90, arrivals: "bursts" },
  },
  {
    ...five,
    id: "strategies-one",
    title: "One slot",
    inputs: [run(1_000)],
    parameters: { capacity: 1, growthBound: 4 },
  },
  {
    ...five,
    id: "strategies-large",
    title: "1,000 slots",
    inputs: [burst(1_000), run(9_000)],
    parameters: { capacity: 1_000, growthBound: 4_000, load: 400 },
  },
  {
    ...five,
    id: "strategies-broken",
    title: "Broken: growing by the number alone",
    inputs: [run(3_000)],
    parameters: { growing: "changes-number" },
  },
  { ...one, id: "adaptive-empty", title: "Nothing yet", inputs: [] },
  { ...one, id: "adaptive-calm", title: "Blocking, and no need to", inputs: [run(3_000)] },
  {
    ...one,
    id: "adaptive-day",
    title: "A day of loads",
    inputs: [run(4_000), rate(130), run(9_000), rate(300), run(6_000), rate(60), run(6_000)],
  },
  {
    ...one,
    id: "adaptive-sample",
    title: "Sampling",
    inputs: [run(2_000), rate(300), run(4_000), step],
    mark: "arrive",
    t: 0.5,
  },
  {
    ...one,
    id: "adaptive-flaps",
    title: "Broken: without hysteresis",
    inputs: [run(12_000)],
    parameters: { rate: 200, hysteresis: "off" },
  },
  {
    ...one,
    id: "adaptive-one-way",
    title: "Broken: no way back",
    inputs: [rate(300), run(4_000), rate(30), run(6_000)],
    parameters: { wayBack: "off" },
  },
  {
    ...one,
    id: "adaptive-large",
    title: "Many wait",
    inputs: [burst(1_000), run(500)],
    parameters: { capacity: 1_000, growthBound: 10_000 },
  },
];

/** Backpressure in every state worth a look. */
export const strategyStates: readonly GalleryState[] = shown.map(({ system, ...spec }) =>
  galleryState({ ...spec, system: registry.get(system) as unknown as System<never> }),
);

import { type Input, registry, type System } from "../engine/index.ts";
import { galleryState } from "./gallery-run.ts";
import type { GalleryState } from "./gallery-states.ts";
import { view } from "./pipeline/view.ts";

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly system: string;
  readonly inputs: readonly Input[];
  readonly mark?: string;
  readonly t?: number;
}

const run = (time: number): Input => ({ operation: "run", values: { for: time } });
const set = (parameter: string, value: string | number): Input => ({
  operation: "set",
  values: { parameter, value },
});
const fault = set("fault", "on");
const remedy = set("remedy", "on");

const shown: readonly Shown[] = [
  { id: "pipeline-empty", title: "Nothing yet", system: "cascading-slowdown", inputs: [] },
  { id: "bloat-healthy", title: "A call alone", system: "buffer-bloat", inputs: [run(2_000)] },
  { id: "bloat-bad", title: "Buffer bloat", system: "buffer-bloat", inputs: [run(3_000), fault, run(5_000)] },
  {
    id: "bloat-drop",
    title: "CoDel drops",
    system: "buffer-bloat",
    inputs: [run(3_000), fault, run(5_000), remedy, run(2_000)],
    mark: "drop",
    t: 0.5,
  },
  {
    id: "bloat-healed",
    title: "CoDel has healed it",
    system: "buffer-bloat",
    inputs: [run(3_000), fault, run(5_000), remedy, run(7_000)],
  },
  {
    id: "cascade-healthy",
    title: "Three quick stages",
    system: "cascading-slowdown",
    inputs: [run(2_000)],
    mark: "hand-on",
    t: 0.5,
  },
  {
    id: "cascade-bad",
    title: "All stand still",
    system: "cascading-slowdown",
    inputs: [run(2_000), fault, run(4_000)],
  },
  {
    id: "cascade-open",
    title: "The breaker is open",
    system: "cascading-slowdown",
    inputs: [run(2_000), fault, run(4_000), remedy, run(3_500)],
  },
  {
    id: "cascade-healed",
    title: "Closed again",
    system: "cascading-slowdown",
    inputs: [run(2_000), fault, run(4_000), remedy, run(3_500), set("fault", "off"), run(3_000)],
  },
  { id: "lag-growing", title: "Lag grows", system: "consumer-lag", inputs: [run(2_000), fault, run(4_000)] },
  {
    id: "lag-lost",
    title: "Gone unread",
    system: "consumer-lag",
    inputs: [run(2_000), fault, run(9_000)],
    mark: "out-of-range",
  },
  {
    id: "lag-healing",
    title: "Three consumers",
    system: "consumer-lag",
    inputs: [run(2_000), fault, run(9_000), remedy, run(4_000)],
  },
  { id: "line-held", title: "Held up", system: "head-of-line", inputs: [run(2_000), fault, run(1_800)] },
  {
    id: "line-after",
    title: "The jam has gone, the p99 has not",
    system: "head-of-line",
    inputs: [run(2_000), fault, run(6_500)],
  },
  {
    id: "line-apart",
    title: "A lane of their own",
    system: "head-of-line",
    inputs: [run(2_000), fault, run(6_500), remedy, run(6_000)],
  },
  {
    id: "drift-healthy",
    title: "Clocks alike",
    system: "clock-drift",
    inputs: [run(2_000)],
    mark: "arrive",
    t: 0.5,
  },
  {
    id: "drift-overflow",
    title: "It overflows",
    system: "clock-drift",
    inputs: [run(2_000), fault, run(6_000)],
    mark: "overflow",
    t: 0.5,
  },
  {
    id: "drift-dry",
    title: "It runs dry",
    system: "clock-drift",
    inputs: [run(1_000), set("drift", -30_000), fault, run(6_000)],
  },
  {
    id: "drift-healed",
    title: "Speed follows the sender",
    system: "clock-drift",
    inputs: [run(2_000), fault, run(8_000), remedy, run(7_000)],
  },
];

/** Every failure mode: healthy, failing and healed. */
export const pipelineStates: readonly GalleryState[] = shown.map(({ system, ...run }) =>
  galleryState({ ...run, view, system: registry.get(system) as unknown as System<never> }),
);

import { type Input, registry, type System } from "../engine/index.ts";
import { galleryState, pushes, times } from "./gallery-run.ts";
import type { GalleryState } from "./gallery-states.ts";
import { view as logLines } from "./log-lines/view.ts";
import { view as metrics } from "./metrics/view.ts";
import { view as positions } from "./positions/view.ts";
import { view as shift } from "./shift/view.ts";
import type { View } from "./view.ts";
import { view as waveform } from "./waveform/view.ts";

interface Shown {
  readonly view: View<never>;
  readonly system: string;
  readonly id: string;
  readonly title: string;
  readonly inputs: readonly Input[];
  readonly capacity?: number;
  readonly mark?: string;
  readonly t?: number;
}

const ask = (operation: string, values: Input["values"] = {}): Input => ({ operation, values });
const tick = ask("tick", { seconds: 400 });
const comparison = { view: shift, system: "shift-comparison" };
const metric = { view: metrics, system: "metrics-window" };
const audio = { view: waveform, system: "audio-window" };
const game = { view: positions, system: "position-history" };
const log = { view: logLines, system: "crash-log" };

const shown: readonly Shown[] = [
  { ...comparison, id: "shift-full", title: "Both full", inputs: pushes(0, 7) },
  {
    ...comparison,
    id: "shift-moving",
    title: "The array moves",
    inputs: [...pushes(0, 7), ...times(2, "pop")],
    mark: "move",
    t: 0.5,
  },
  {
    ...comparison,
    id: "shift-popped",
    title: "Both popped three",
    inputs: [...pushes(0, 7), ...times(3, "pop")],
  },
  {
    ...comparison,
    id: "shift-large",
    title: "64 places",
    capacity: 64,
    inputs: [...pushes(0, 63), ...times(1, "pop")],
    mark: "move",
  },
  { ...metric, id: "metrics-empty", title: "No value yet", inputs: [] },
  { ...metric, id: "metrics-half", title: "Not full yet", inputs: [ask("tick", { seconds: 120 })] },
  { ...metric, id: "metrics-full", title: "Full, the oldest gone", inputs: [tick] },
  {
    ...metric,
    id: "metrics-average",
    title: "The last minute's average",
    inputs: [tick, ask("average", { seconds: 60 })],
  },
  {
    ...metric,
    id: "metrics-max",
    title: "The greatest of all",
    inputs: [tick, ask("max", { seconds: 1000 })],
  },
  { ...audio, id: "waveform-empty", title: "Silence", inputs: [] },
  {
    ...audio,
    id: "waveform-full",
    title: "A tone, head running through",
    inputs: [ask("record", { samples: 700 })],
  },
  {
    ...audio,
    id: "waveform-peak",
    title: "Softer, and the peak",
    inputs: [
      ask("record", { samples: 480 }),
      ask("volume", { percent: 20 }),
      ask("record", { samples: 200 }),
      ask("peak", { samples: 480 }),
    ],
  },
  { ...game, id: "positions-running", title: "Running", inputs: [ask("tick", { n: 100 })] },
  {
    ...game,
    id: "positions-hit",
    title: "A fair hit",
    inputs: [ask("tick", { n: 100 }), ask("shoot", { ping: 150 })],
  },
  {
    ...game,
    id: "positions-refused",
    title: "Too long ago",
    inputs: [ask("tick", { n: 100 }), ask("shoot", { ping: 2000 })],
  },
  { ...log, id: "log-empty", title: "No line yet", inputs: [] },
  { ...log, id: "log-running", title: "Running", inputs: [ask("log", { n: 13 })], mark: "stride", t: 0.5 },
  { ...log, id: "log-crash", title: "Crashed", inputs: [ask("log", { n: 40 }), ask("crash")] },
];

/** The other views in every state worth a look. */
export const otherStates: readonly GalleryState[] = shown.map(({ system, capacity, ...run }) =>
  galleryState({
    ...run,
    system: registry.get(system) as unknown as System<never>,
    ...(capacity === undefined ? {} : { parameters: { capacity } }),
  }),
);

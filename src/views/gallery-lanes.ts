import { type Input, registry, type System } from "../engine/index.ts";
import { type GalleryRun, galleryState } from "./gallery-run.ts";
import type { GalleryState } from "./gallery-states.ts";
import { view } from "./lanes/view.ts";

type Shown = Pick<GalleryRun, "id" | "title"> & Partial<GalleryRun>;

const act = (operation: string, values: Input["values"] = {}): Input => ({ operation, values });
const run = (time: number): Input => act("run", { for: time });
const steps = (count: number): Input => act("run", { steps: count });
const picks = (...threads: readonly string[]): Input[] => threads.map((thread) => act("pick", { thread }));
const system = (id: string): System<never> => registry.get(id) as unknown as System<never>;

/** Three of each round eight slots: consumers that cannot keep up, or producers that cannot. */
const three = { producers: 3, consumers: 3, capacity: 8 };
const busy = { ...three, processingMin: 8, processingMax: 30 };
const idle = { ...three, produceTime: 12 };
/** Two consumers, one item, one slot. */
const race = { producers: 1, consumers: 2, items: 1, capacity: 1 };

const STOLEN = picks(
  ...["C1", "P0", "C0", "C1", "C1", "P0", "P0", "P0", "P0", "C1", "P0", "C0"],
  ...["C0", "C0", "C0", "C0", "C0", "C0", "C1", "C0", "C1", "C1", "C1"],
);
const ASLEEP = picks(
  ...["C1", "C0", "P0", "P1", "C1", "C1", "C0", "C0", "C0", "P0", "P0"],
  ...["P0", "P0", "P0", "P1", "P0", "P1", "P1", "P0", "P0", "P0"],
);
const TAKEN = picks("P0", "P0", "C0", "C0", "C1", "P0", "C1", "C1", "C1", "C1", "C1", "C1", "C0");

const workshop: readonly Shown[] = [
  { id: "lanes-start", title: "Nobody has moved", parameters: three },
  { id: "lanes-working", title: "At work", parameters: three, inputs: [run(14)] },
  { id: "lanes-full", title: "The queue is full", parameters: busy, inputs: [run(90)] },
  { id: "lanes-waiting", title: "Nothing to take", parameters: idle, inputs: [run(9)] },
  {
    id: "lanes-making",
    title: "An item is made",
    parameters: busy,
    inputs: [run(20), steps(60)],
    mark: "make",
    t: 0.5,
  },
  {
    id: "lanes-storing",
    title: "Into the queue, mid-move",
    parameters: busy,
    inputs: [run(6), steps(60)],
    mark: "store",
    t: 0.5,
  },
  {
    id: "lanes-taking",
    title: "Out of the queue, mid-move",
    parameters: busy,
    inputs: [run(40), steps(60)],
    mark: "take",
    t: 0.5,
  },
  {
    id: "lanes-consuming",
    title: "Consumed, mid-move",
    parameters: busy,
    inputs: [run(40), steps(60)],
    mark: "consume",
    t: 0.5,
  },
  {
    id: "lanes-consumed",
    title: "Consumed",
    parameters: busy,
    inputs: [run(40), steps(60)],
    mark: "consume",
  },
  {
    id: "lanes-woken",
    title: "A consumer wakes a producer",
    parameters: busy,
    inputs: [run(60), steps(90)],
    mark: "notify",
    t: 0.5,
  },
  {
    id: "lanes-dropping",
    title: "Dropped, mid-move",
    parameters: { ...busy, capacity: 2, putTimeout: 5, onFull: "drop" },
    inputs: [run(30), steps(400)],
    mark: "drop",
    t: 0.5,
  },
  {
    id: "lanes-killed",
    title: "A consumer is killed with an item in its hand",
    parameters: busy,
    inputs: [run(40), act("kill", { thread: "C1" })],
  },
  {
    id: "lanes-halted",
    title: "One paused, one slowed, one stopping",
    parameters: busy,
    inputs: [
      run(41),
      act("pause", { thread: "P0" }),
      act("slow", { thread: "C2", factor: 10 }),
      act("removeProducer"),
      run(7),
    ],
  },
  {
    id: "lanes-drained",
    title: "Drained and stopped",
    parameters: busy,
    inputs: [run(60), act("drainAndStop"), run(300)],
  },
  {
    id: "lanes-rows",
    title: "16 and 12",
    parameters: { ...busy, producers: 16, consumers: 12, capacity: 24 },
    inputs: [run(50)],
  },
  {
    id: "lanes-crowd",
    title: "200 and 200",
    parameters: { producers: 200, consumers: 200, processingMin: 20, processingMax: 80, capacity: 1000 },
    inputs: [run(30), steps(150)],
    t: 0.5,
  },
  {
    id: "lanes-crowd-full",
    title: "200 and 20, and the queue is full",
    parameters: { producers: 200, consumers: 20, capacity: 300, processingMin: 20, processingMax: 80 },
    inputs: [run(60)],
  },
  {
    id: "lanes-large",
    title: "100,000 slots",
    parameters: { ...busy, capacity: 100_000 },
    inputs: [act("burst", { items: 2000 }), run(20)],
  },
];

const races: readonly Shown[] = [
  { id: "race-start", title: "Who moves?", parameters: race },
  { id: "race-locked", title: "One has the lock", parameters: race, inputs: picks("C0", "P0", "C1") },
  {
    id: "race-stolen",
    title: "Broken: if, not while",
    parameters: { ...race, code: "if-not-while" },
    inputs: STOLEN,
  },
  {
    id: "race-asleep",
    title: "Broken: the wrong room is notified",
    parameters: { producers: 2, consumers: 2, items: 2, capacity: 1, code: "notify-wrong" },
    inputs: ASLEEP,
  },
  {
    id: "race-no-lock",
    title: "Broken: no lock",
    parameters: { ...race, code: "no-lock" },
    inputs: TAKEN,
  },
];

const calls: readonly Shown[] = [
  {
    id: "calls-waiting",
    title: "A put that waits",
    parameters: { capacity: 2 },
    inputs: [
      act("put", { item: "Ada", timeout: null }),
      act("put", { item: "Grace", timeout: null }),
      steps(40),
      act("put", { item: "a name too long to fit", timeout: 250 }),
      run(70),
    ],
  },
];

const shown = (id: string, states: readonly Shown[]): GalleryState[] =>
  states.map((state) => galleryState({ view, system: system(id), ...state } as GalleryRun));

/** Producers, queue and consumers in every state worth a look. */
export const lanesStates: readonly GalleryState[] = [
  ...shown("producer-consumer", workshop),
  ...shown("thread-race", races),
  ...shown("blocking-queue", calls),
];

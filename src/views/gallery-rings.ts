import { type Input, registry, type System } from "../engine/index.ts";
import { type GalleryRun, galleryState, push, pushes, times } from "./gallery-run.ts";
import type { GalleryState } from "./gallery-states.ts";
import { view as ring } from "./ring/view.ts";
import { view as tape } from "./tape/view.ts";

const stream = "stock ticker · 100,000 / s";
const system = (id: string): System<never> => registry.get(id) as unknown as System<never>;
const overwriting = system("overwriting-ring-buffer");
const plain = system("ring-buffer");
const ask = (operation: string, values: Input["values"]): Input => ({ operation, values });
const long = [
  "a",
  "to",
  "six",
  "four",
  "seven",
  "twelve",
  "fifteen",
  "a quarter",
  "half past nine",
  "nineteen characters",
  "twenty characters xx",
];

function show(
  id: string,
  title: string,
  capacity: number,
  inputs: readonly Input[],
  more: Partial<GalleryRun> = {},
) {
  return {
    id,
    title,
    view: ring,
    system: overwriting,
    parameters: { capacity },
    inputs,
    stream,
    ...more,
  } as GalleryRun;
}

const ahead = ["T18", "T19", "T20", "T21", "T22", "T23"];
const runs: readonly GalleryRun[] = [
  show("overwritten", "Full, one overwritten", 12, pushes(0, 17), { ahead }),
  show("empty", "Empty", 12, [], { ahead: ["T0", "T1", "T2", "T3", "T4"] }),
  show("half", "Half full", 12, pushes(0, 5), { ahead: ["T6", "T7", "T8"] }),
  show("call", "In the hand", 12, pushes(0, 17), { mark: "call", ahead }),
  show("calling", "On its way to the hand", 12, pushes(0, 17), { mark: "call", t: 0.5, ahead }),
  show("gives-way", "The oldest gives way", 12, pushes(0, 17), { mark: "overwrite", ahead }),
  show("writing", "Overwriting, mid-move", 12, pushes(0, 17), { mark: "write", t: 0.5, ahead }),
  show("written", "Overwritten", 12, pushes(0, 17), { mark: "write", ahead }),
  show("stepping", "Head steps across the wrap", 12, pushes(0, 11), { mark: "advance-head", t: 0.5 }),
  show("refused", "Refused", 8, pushes(0, 8), { system: plain, ahead: ["T9", "T10"] }),
  show("refusing", "Refused, mid-move", 8, pushes(0, 8), { system: plain, mark: "refuse", t: 0.5 }),
  show("popped", "Popped", 8, [...pushes(0, 6), ...times(3, "pop")], { system: plain }),
  show("popping", "Popped, mid-move", 8, [...pushes(0, 6), ...times(3, "pop")], {
    mark: "clear-slot",
    t: 0.5,
  }),
  show("cleared", "Cleared", 8, [...pushes(0, 5), ...times(1, "clear")], {}),
  show("recent", "The three newest", 12, [...pushes(0, 17), ask("recent", { n: 3 })]),
  show("window", "A window by number", 12, [...pushes(0, 17), ask("window", { start: 3, length: 8 })]),
  show("window-gone", "A window with some gone", 12, [
    ...pushes(0, 17),
    ask("window", { start: 3, length: 6 }),
  ]),
  show("undefined", "A stored undefined", 8, [push("A"), push(undefined), push("C"), ...times(1, "pop")]),
  show("long", "Items of 1 to 20 characters", 12, long.map(push), { ahead: long.slice(5) }),
  show("long-hand", "A long item in the hand", 8, long.slice(1, 11).map(push), {
    mark: "call",
    ahead: long.slice(7),
  }),
  show("one", "One slot", 1, pushes(0, 2), { mark: "write", t: 0.5 }),
  show("one-full", "One slot", 1, pushes(0, 2)),
  show("two", "Two slots", 2, pushes(0, 4), { mark: "call" }),
  show("five", "Five slots", 5, pushes(0, 8), { mark: "call", ahead }),
  show("thirty-one", "31 slots", 31, pushes(0, 40), { mark: "call", ahead }),
  show("sixty-four", "64 slots", 64, pushes(0, 99), { ahead }),
  show("sixty-four-call", "64 slots, in the hand", 64, pushes(0, 99), { mark: "call", ahead }),
  show(
    "sixty-four-long",
    "64 slots, long items",
    64,
    Array.from({ length: 80 }, (_, i) => push(`item number ${i}`)),
  ),
  show("no-size", "Broken: no size", 8, pushes(0, 7), { system: system("ring-without-size") }),
  show("no-size-lost", "Broken: no size, one lost", 8, pushes(0, 8), { system: system("ring-without-size") }),
  show("no-size-astray", "Broken: no size, out of reach", 8, pushes(0, 11), {
    system: system("ring-without-size"),
  }),
  show("laps-cleared", "Cleared in the middle of a lap", 8, [
    ...pushes(0, 4),
    ...times(1, "clear"),
    ...pushes(5, 11),
  ]),
  show("one-empty", "One slot left empty", 8, pushes(0, 7), { system: system("one-slot-empty-ring") }),
  show("counters", "Counters that never wrap", 8, [...pushes(0, 7), ...times(5, "pop"), ...pushes(8, 12)], {
    system: system("counter-ring"),
  }),
  show(
    "modulo",
    "Broken: index mod capacity after clear",
    8,
    [...pushes(0, 4), ...times(1, "clear"), ...pushes(5, 8), ask("window", { start: 5, length: 3 })],
    { system: system("modulo-window-ring") },
  ),
  show("bands", "5,000 slots", 5000, pushes(0, 6999), { ahead: ["T7000", "T7001"] }),
  show("bands-writing", "5,000 slots, overwriting", 5000, pushes(0, 6999), { mark: "write", t: 0.5, ahead }),
  show("bands-call", "5,000 slots, in the hand", 5000, pushes(0, 6999), { mark: "call", ahead }),
  show("bands-popped", "100 slots, some popped", 100, [...pushes(0, 119), ...times(30, "pop")], {}),
  show("bands-refused", "70 slots, refused", 70, pushes(0, 70), { system: plain, ahead }),
];

const onTape: readonly GalleryRun[] = [
  show("tape-window", "The window slides", 12, pushes(0, 17)),
  show("tape-sliding", "The window slides, mid-move", 12, pushes(0, 17), { mark: "write", t: 0.5 }),
  show("tape-empty", "Nothing yet", 12, []),
  show("tape-half", "The first lap", 12, pushes(0, 5)),
  show("tape-popped", "Popped and overwritten", 8, [...pushes(0, 11), ...times(3, "pop")]),
  show("tape-cleared", "Cleared, then two more", 8, [
    ...pushes(0, 8),
    ...times(1, "clear"),
    ...pushes(9, 10),
  ]),
  show("tape-asked", "A window asked for", 12, [...pushes(0, 17), ask("window", { start: 3, length: 8 })]),
  show("tape-astray", "Broken: in memory, out of reach", 8, pushes(0, 11), {
    system: system("ring-without-size"),
  }),
  show("tape-wide", "A window of 64", 64, pushes(0, 99)),
  show("tape-large", "A window of 5,000", 5000, pushes(0, 6999)),
].map((run) => ({ ...run, view: tape }));

/** The ring and the tape in every state worth a look. */
export const ringStates: readonly GalleryState[] = [...runs, ...onTape].map(galleryState);

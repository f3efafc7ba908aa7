import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FailureState,
  type Frame,
  type Input,
  Recording,
  registry,
  type System,
} from "../../../src/engine/index.ts";
import { sample } from "../../../src/stage/sample.ts";
import { view } from "../../../src/views/pipeline/view.ts";
import { setupOf } from "../../engine/systems/script.ts";
import { faults, panes } from "../overlaps.ts";

const ids = ["buffer-bloat", "cascading-slowdown", "consumer-lag", "head-of-line", "clock-drift"];

const run = (time: number): Input => ({ operation: "run", values: { for: time } });
const set = (parameter: string, value: string | number): Input => ({
  operation: "set",
  values: { parameter, value },
});

/** A run in which fault and remedy come and go. */
const anyRun = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 1_500 }).map(run) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("fault", "remedy"), fc.constantFrom("on", "off"))
        .map(([name, value]) => set(name, value)),
    },
  ),
  { minLength: 1, maxLength: 8 },
);

function recorded(id: string, inputs: readonly Input[], capacity?: number): Recording<FailureState> {
  const room = id === "consumer-lag" ? "retention" : "capacity";
  const system = registry.get(id) as System;
  const setup = setupOf(system, capacity === undefined ? {} : { [room]: capacity });
  return new Recording(setup, inputs) as unknown as Recording<FailureState>;
}

const pictureOf = (frame: Frame<FailureState>) => ({ frame, ahead: [] });
const sizes = [
  ...panes,
  { width: 250, height: 180 },
  { width: 2_400, height: 700 },
  { width: 360, height: 640 },
  { width: 1_600, height: 1_000 },
];

describe.each(ids)("%s", (id) => {
  it("overlaps no texts and clips none, at any size and between any two frames", () => {
    fc.assert(
      fc.property(
        anyRun,
        fc.constantFrom(undefined, 1, 8, 40, 700),
        fc.nat(),
        fc.constantFrom(...sizes),
        (inputs, capacity, at, size) => {
          const recording = recorded(id, inputs, capacity);
          const index = at % recording.length;
          const [before, after] = [recording.frame(Math.max(0, index - 1)), recording.frame(index)];
          const [from, to] = [before, after].map((frame) => view.layout(pictureOf(frame), size)) as [
            ReturnType<typeof view.layout>,
            ReturnType<typeof view.layout>,
          ];
          for (const t of [0, 0.5, 1])
            expect(faults(sample(from, to, t), size), `${size.width}×${size.height}`).toEqual([]);
          const keys = to.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          expect(to.length).toBeLessThan(400);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("says something new whenever the picture changes", () => {
    const size = { width: 740, height: 460 };
    fc.assert(
      fc.property(anyRun, fc.nat(), (inputs, at) => {
        const recording = recorded(id, inputs);
        const first = at % recording.length;
        for (let index = Math.max(1, first); index < Math.min(recording.length, first + 60); index++) {
          const [before, after] = [pictureOf(recording.frame(index - 1)), pictureOf(recording.frame(index))];
          const [from, to] = [view.layout(before, size), view.layout(after, size)];
          const changed = sample(from, to, 0.5).some((mark, place) => mark !== from[place]);
          const said = view.describe(after);
          expect(said).not.toMatch(/NaN|undefined|null|\[object/);
          expect(said).toMatch(/^[A-Zcdbqsrmf].*[.]$/);
          if (changed) expect(said, `frame ${index}`).not.toBe(view.describe(before));
        }
      }),
      { numRuns: 8 },
    );
  });

  it("draws the same picture of the same frame, whatever was drawn before", () => {
    const recording = recorded(id, [run(500), set("fault", "on"), run(500)]);
    const size = { width: 740, height: 460 };
    const pictures = Array.from({ length: 60 }, (_, i) =>
      pictureOf(recording.frame(recording.length - 60 + i)),
    );
    const forward = pictures.map((picture) => view.layout(picture, size));
    const backward = [...pictures].reverse().map((picture) => view.layout(picture, size));
    expect(backward.reverse()).toEqual(forward);
  });
});

it("follows an item from the queue through the worker’s hands to the next stage", () => {
  const recording = recorded("cascading-slowdown", [run(1_000)]);
  const size = { width: 1_200, height: 600 };
  const seen: number[] = [];
  for (let index = 0; index < recording.length; index++) {
    const mark = view.layout(pictureOf(recording.frame(index)), size).find(({ key }) => key === "item:3");
    if (mark !== undefined) seen.push(mark.n.x ?? Number.NaN);
  }
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.at(-1)).toBeGreaterThan((seen[0] ?? 0) + 600);
});

it("shows the fault and the remedy where they sit, and marks their moments on the time axis", () => {
  const recording = recorded("cascading-slowdown", [
    run(500),
    set("fault", "on"),
    run(2_000),
    set("remedy", "on"),
    run(2_500),
  ]);
  const open = Array.from({ length: recording.length }, (_, i) => recording.frame(i)).findLast(
    ({ state }) => state.remedy.gate === "blocks",
  );
  const marks = view.layout(pictureOf(open as Frame<FailureState>), { width: 1_200, height: 700 });
  const card = marks.find(({ key }) => key === "card:database");
  const note = marks.find(({ key }) => key === "fault:0");
  expect(card?.style).toContain("fault");
  expect(note?.n.x).toBeGreaterThan(card?.n.x ?? Number.NaN);
  expect(marks.find(({ key }) => key === "link:orders:database:arm")?.style).toBe("gate blocks");
  const [fault, remedy] = ["answer:moment:0", "answer:moment:1"].map((key) =>
    marks.find((mark) => mark.key === key),
  );
  expect(fault?.n.x).toBeLessThan(remedy?.n.x ?? Number.NaN);
});

import { describe, expect, it } from "vitest";
import { type Input, Recording, type RingState, registry, type System } from "../../src/engine/index.ts";
import { placeInAnswer } from "../../src/views/ring/answer.ts";
import { measure } from "../../src/views/ring/measures.ts";
import { lapOf, reachOf, ringPicture } from "../../src/views/ring/ring-picture.ts";
import { view } from "../../src/views/ring/view.ts";

const pushes = (count: number): Input[] =>
  Array.from({ length: count }, (_, i) => ({ operation: "push", values: { item: `T${i}` } }));

function last(id: string, capacity: number, inputs: readonly Input[]) {
  const setup = { system: registry.get(id) as System, parameters: { capacity }, seed: 1 };
  const recording = new Recording(setup, inputs) as unknown as Recording<RingState>;
  return recording.frame(recording.length - 1);
}

describe("a lap", () => {
  it("begins when head comes to slot 0, by a wrap or by a clear", () => {
    const clear = { operation: "clear", values: {} };
    const { state } = last("overwriting-ring-buffer", 8, [...pushes(5), clear, ...pushes(9)]);
    expect([4, 5, 12, 13].map((index) => lapOf(state, index))).toEqual([0, 1, 1, 2]);
  });
});

describe("the reach of a ring", () => {
  it("is all that it holds", () => {
    const { state } = last("overwriting-ring-buffer", 4, pushes(6));
    expect(reachOf(state)).toEqual({ from: 2, until: 6, written: 6 });
  });

  it("is what lies between tail and head when it keeps no size", () => {
    const { state } = last("ring-without-size", 4, pushes(5));
    expect(reachOf(state)).toEqual({ from: 4, until: 5, written: 5 });
  });
});

describe("the place in an answer", () => {
  it("counts what is gone", () => {
    const window = { operation: "window", values: { start: 3, length: 6 } };
    const frame = last("overwriting-ring-buffer", 12, [...pushes(18), window]);
    const ring = ringPicture({ frame, ahead: [] }, measure(12, { width: 740, height: 460 }));
    expect([6, 7, 8, 9].map((slot) => placeInAnswer(ring, slot))).toEqual([4, 5, 6, 0]);
  });
});

it("names a stream whole, or by its first part alone, and never cuts it", () => {
  const frame = last("overwriting-ring-buffer", 12, pushes(12));
  const stream = "stock ticker · 100,000 trades/s";
  const said = new Set<string | undefined>();
  for (let width = 340; width <= 1_200; width += 20) {
    const marks = view.layout({ frame, ahead: ["T12", "T13"], stream } as never, { width, height: 360 });
    said.add(marks.find(({ key }) => key === "stream")?.text);
  }
  said.delete(undefined);
  expect([...said].sort()).toEqual(["stock ticker", stream]);
});

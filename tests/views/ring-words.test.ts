import { expect, it } from "vitest";
import { type Input, Recording, type RingState, registry, type System } from "../../src/engine/index.ts";
import { log } from "../../src/views/ring/words.ts";

const push: Input = { operation: "push", values: { item: "A" } };

function told(inputs: readonly Input[]): string[] {
  const system = registry.get("overwriting-ring-buffer") as System;
  const recording = new Recording({ system, parameters: { capacity: 4 }, seed: 1 }, inputs);
  return Array.from({ length: recording.length }, (_, index) => recording.frame(index))
    .filter(({ cause }) => cause.mark === "gone")
    .map((frame) => log({ frame: frame as ReturnType<Recording<RingState>["frame"]>, ahead: [] }));
}

it("tells apart what was overwritten, popped and cleared, where the answer is null for each", () => {
  const pushes = Array<Input>(5).fill(push);
  const pop: Input = { operation: "pop", values: {} };
  const clear: Input = { operation: "clear", values: {} };
  const window: Input = { operation: "window", values: { start: 0, length: 3 } };
  expect(told([...pushes, pop, clear, window])).toEqual([
    "Number 0 is gone, so null stands in its place.",
    "Number 1 was popped, so null stands in its place.",
    "Number 2 was cleared, so null stands in its place.",
  ]);
});

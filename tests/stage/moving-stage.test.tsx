import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { Recording, registry, type System } from "../../src/engine/index.ts";
import { MovingStage } from "../../src/stage/moving-stage.tsx";
import { view } from "../../src/views/lanes/view.ts";
import type { Picture } from "../../src/views/view.ts";
import { setupOf } from "../engine/systems/script.ts";

const system = registry.get("thread-race") as System;

function scene(code: string, threads: readonly string[]): readonly Picture[] {
  const recording = new Recording(
    setupOf(system, { producers: 1, consumers: 2, items: 1, capacity: 1, code }),
  );
  for (const thread of threads) recording.do({ operation: "pick", values: { thread } });
  return Array.from({ length: recording.length }, (_, i) => ({ frame: recording.frame(i), ahead: [] }));
}

const stage = (from: Picture, to: Picture, t: number) => (
  <MovingStage<Picture>
    label="Picture"
    panes={[
      { id: "lanes", label: "Lanes", x: 0, y: 0, width: 900, height: 600, view: view as never, from, to, t },
    ]}
    lit={null}
    onPoint={() => {}}
    onPick={() => {}}
    picking={null}
    width={900}
    height={600}
  />
);

/** What is drawn, in its order: what comes later lies above. */
const drawn = (container: HTMLElement) =>
  [...container.querySelectorAll("[data-pane] > *")].map(({ outerHTML }) => outerHTML);

it("shows exactly the picture it has come to, whatever was played before, in this scene and in another", () => {
  // Without a lock both consumers read the item while it is still in the queue.
  const before = scene("no-lock", ["P0", "P0", "P0", "P0", "C0", "C1", "C0", "C1", "C0", "C1", "C0", "C1"]);
  const [next] = scene("if-not-while", []);
  const { container, rerender } = render(stage(before[0] as Picture, before[0] as Picture, 0));
  const shown = (picture: Picture) => {
    const alone = render(stage(picture, picture, 0));
    const expected = drawn(alone.container);
    alone.unmount();
    return expected;
  };
  before.slice(1).forEach((to, index) => {
    const from = before[index] as Picture;
    for (const t of [0, 0.3, 0.7]) rerender(stage(from, to, t));
    rerender(stage(from, to, 1));
    expect(drawn(container), `frame ${index + 1}`).toEqual(shown(to));
  });
  rerender(stage(next as Picture, next as Picture, 0));
  expect(drawn(container)).toEqual(shown(next as Picture));
});

import { expect, it } from "vitest";
import { positionHistory, type System } from "../../src/engine/index.ts";
import { view } from "../../src/views/positions/view.ts";
import { framesOf, inputs, setupOf } from "../engine/systems/script.ts";

const system = positionHistory as unknown as System;
const frames = framesOf(setupOf(system), inputs(system, ...Array.from({ length: 40 }, () => "tick 7")));

it.each([
  [300, 220],
  [640, 400],
  [900, 620],
])("the whole player is on the ground, wherever they run, at %i×%i", (width, height) => {
  for (const frame of frames) {
    const marks = view.layout({ frame, ahead: [] } as never, { width, height });
    const ground = marks.find(({ key }) => key === "ground")?.n ?? {};
    const player = marks.find(({ key }) => key === "player")?.n;
    if (player === undefined) continue;
    const { x = 0, y = 0, r = 0 } = player;
    expect(x - r).toBeGreaterThanOrEqual(ground.x ?? 0);
    expect(x + r).toBeLessThanOrEqual((ground.x ?? 0) + (ground.w ?? 0));
    expect(y - r).toBeGreaterThanOrEqual(ground.y ?? 0);
    expect(y + r).toBeLessThanOrEqual((ground.y ?? 0) + (ground.h ?? 0));
  }
});

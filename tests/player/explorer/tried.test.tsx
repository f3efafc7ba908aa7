import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultsOf, Recording, registry, type System } from "../../../src/engine/index.ts";
import { layoutOf } from "../../../src/player/explorer/tree-layout.ts";
import { Tried, type TriedNode } from "../../../src/player/explorer/tried.ts";

const system = registry.get("thread-race") as System;
const setup = { system, parameters: defaultsOf(system.parameters), seed: 1 };

/** One of those who could move, by chance; false when nobody can. */
function pickAny(recording: Recording, chance: number): boolean {
  const { runnable } = recording.frame(recording.length - 1).state as {
    readonly runnable: readonly string[];
  };
  if (runnable.length === 0) return false;
  recording.do({ operation: "pick", values: { thread: runnable[chance % runnable.length] ?? "" } });
  return true;
}

function* all(node: TriedNode): Generator<TriedNode> {
  yield node;
  for (const child of node.children) yield* all(child);
}

/** A reader who goes back and picks again, as often as there are pairs: how far back, and who. */
const wanderings = fc.array(fc.tuple(fc.nat(12), fc.array(fc.nat(9), { minLength: 1, maxLength: 8 })), {
  minLength: 1,
  maxLength: 12,
});

function wander(tried: Tried, pairs: readonly (readonly [number, readonly number[]])[]): Recording {
  let recording = new Recording(setup);
  tried.follow(recording);
  for (const [back, chances] of pairs) {
    if (back > 0) recording = recording.cutAt(Math.max(0, recording.length - 1 - back));
    for (const chance of chances) {
      pickAny(recording, chance);
      tried.follow(recording);
    }
  }
  return recording;
}

describe("the schedules tried", () => {
  it("lead to their places, each with its frame", () => {
    fc.assert(
      fc.property(wanderings, (pairs) => {
        const tried = new Tried();
        const last = wander(tried, pairs);
        expect(tried.path.at(-1)?.frame).toBe(last.length - 1);
        for (const node of all(tried.root as TriedNode)) {
          const run = new Recording(setup, tried.inputsTo(node));
          expect(run.length - 1).toBe(node.frame);
          if (node.who !== null && node.parent) expect(run.frame(node.frame).cause.process).toBe(node.who);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("are drawn without two places on one spot, and none in the way from a place to a branch of it", () => {
    fc.assert(
      fc.property(wanderings, (pairs) => {
        const tried = new Tried();
        wander(tried, pairs);
        const places = layoutOf(tried.root as TriedNode);
        const spots = new Map(places.map((placed) => [`${placed.column} ${placed.row}`, placed]));
        expect(places).toHaveLength([...all(tried.root as TriedNode)].length);
        expect(spots.size).toBe(places.length);
        const columnOf = new Map(places.map(({ node, column }) => [node, column]));
        for (const { node, column, row } of places) {
          const from = node.parent && columnOf.get(node.parent);
          for (let between = (from ?? column) + 1; between < column; between++) {
            expect(spots.get(`${between} ${row - 1}`)).toBeUndefined();
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it("are bounded: the oldest side branches go first, and never the run on show", () => {
    const tried = new Tried(12);
    wander(tried, [
      [0, [1, 1, 1]],
      [2, [2, 2]],
    ]);
    expect(tried.dropped).toBe(0);
    const recording = wander(tried, [[0, [0, 1, 2, 0, 1, 2, 0, 1, 2, 0]]]);
    expect([...all(tried.root as TriedNode)].length).toBeLessThanOrEqual(12);
    expect(tried.dropped).toBeGreaterThan(0);
    expect(tried.path.at(-1)?.frame).toBe(recording.length - 1);
  });

  it("begin late in a run that is long already", () => {
    const long = registry.get("producer-consumer") as System;
    const recording = new Recording({ system: long, parameters: defaultsOf(long.parameters), seed: 1 }, [
      { operation: "run", values: { for: 50 } },
    ]);
    const tried = new Tried(20);
    tried.follow(recording);
    expect(tried.path.length).toBeLessThanOrEqual(20);
    const end = tried.path.at(-1) as TriedNode;
    const again = new Recording(recording.setup, tried.inputsTo(end));
    expect(again.length).toBe(recording.length);
    expect(JSON.stringify(again.frame(end.frame).state)).toBe(
      JSON.stringify(recording.frame(end.frame).state),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registry } from "../../src/engine/index.ts";
import { type Chapter, Track } from "../../src/scenario/index.ts";

const scene = { system: "overwriting-ring-buffer", parameters: { capacity: 3 }, seed: 1, views: ["ring"] };

/** Chapters of a few scenes, each with steps of a few operations or none. */
const chapters: fc.Arbitrary<Chapter> = (() => {
  const input = fc.oneof(
    fc.constantFrom("A", "B", "C").map((item) => ({ operation: "push", values: { item } })),
    fc.constantFrom("pop", "peek", "clear").map((operation) => ({ operation, values: {} })),
  );
  const beats = fc.array(fc.array(input, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
  return fc.array(beats, { minLength: 1, maxLength: 3 }).map((scenes) => ({
    id: "a",
    title: "A",
    short: "A",
    start: 0,
    duration: 60,
    scenes: scenes.map(() => scene),
    beats: scenes.flatMap((beats, index) =>
      beats.map((inputs) => ({ scene: index, text: [], inputs, expects: [] })),
    ),
  }));
})();

const law = (name: string, holds: (track: Track) => void) =>
  test(name, () => {
    fc.assert(
      fc.property(chapters, (chapter) => holds(new Track(chapter, registry))),
      { numRuns: 100 },
    );
  });

const positionsOf = (track: Track) => Array.from({ length: track.length }, (_, position) => position);

describe("a track", () => {
  law("has a moment for every position, and none outside", (track) => {
    for (const position of positionsOf(track)) expect(track.at(position).position).toBe(position);
    for (const position of [-1, track.length, 0.5, Number.NaN]) {
      expect(() => track.at(position)).toThrow(
        `position must be from 0 to ${track.length - 1}; got ${position}`,
      );
    }
  });

  law("has its beats side by side, in order, from the first position to the last", (track) => {
    let next = 0;
    for (const beat of track.beats.keys()) {
      expect(track.opens(beat)).toBe(next);
      expect(track.ends(beat)).toBeGreaterThanOrEqual(next);
      next = track.ends(beat) + 1;
    }
    expect(next).toBe(track.length);
    expect(positionsOf(track).map((position) => track.beatAt(position))).toEqual(
      [...track.beats.keys()].flatMap((beat) => Array(track.ends(beat) - track.opens(beat) + 1).fill(beat)),
    );
  });

  law("passes through the same frames forward and back", (track) => {
    const forward = positionsOf(track).map((position) => track.at(position).frame);
    const back = positionsOf(track)
      .reverse()
      .map((position) => track.at(position).frame);
    expect(back.reverse()).toEqual(forward);
  });

  law(
    "opens a beat with the frame at which the beat before it ended, and moves on frame by frame",
    (track) => {
      for (const position of positionsOf(track)) {
        const { beat, scene, frame } = track.at(position);
        if (position === track.opens(beat)) {
          const before = position === 0 ? undefined : track.at(position - 1);
          expect(frame.index).toBe(before?.scene === scene ? before.frame.index : 0);
        } else expect(frame.index).toBe(track.at(position - 1).frame.index + 1);
      }
    },
  );

  law("shows every frame of every scene", (track) => {
    const shown = new Set(
      positionsOf(track)
        .map((position) => track.at(position))
        .map(({ scene, frame }) => `${scene}:${frame.index}`),
    );
    expect(shown.size).toBe(
      track.chapter.scenes.reduce((frames, _, scene) => frames + track.recording(scene).length, 0),
    );
  });

  law("branches where a beat has ended, and is itself not changed by what the branch does", (track) => {
    for (const beat of track.beats.keys()) {
      const branch = track.branch(beat);
      const end = track.at(track.ends(beat)).frame;
      expect(branch.frame(branch.length - 1)).toEqual(end);
      const length = track.length;
      branch.do({ operation: "push", values: { item: "Z" } });
      expect(track.length).toBe(length);
      expect(track.at(track.ends(beat)).frame).toEqual(end);
    }
  });
});

test("a beat that does not exist has no place", () => {
  const track = new Track(
    { id: "a", title: "A", short: "A", start: 0, duration: 1, scenes: [scene], beats: [] },
    registry,
  );
  expect(track.length).toBe(0);
  expect(() => track.opens(0)).toThrow(RangeError);
});

test("a chapter that names an unknown system or scene has no track", () => {
  const chapter = { id: "a", title: "A", short: "A", start: 0, duration: 1, scenes: [scene], beats: [] };
  const silent = { scene: 0, text: [], inputs: [], expects: [] };
  expect(() => new Track({ ...chapter, beats: [silent] }, new Map())).toThrow(
    "there is no system “overwriting-ring-buffer”",
  );
  const lost = { ...chapter, beats: [{ scene: 1, text: [], inputs: [], expects: [] }] };
  expect(() => new Track(lost, registry)).toThrow("the chapter has no scene 1");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TrackLine } from "../../src/player/line/track-line.ts";
import { ChapterPace } from "../../src/player/pace/chapter-pace.ts";
import { clockText, handStepText, stepText } from "../../src/player/pace/clock-text.ts";
import { backwards, forwards, isOver, withoutMotion } from "../../src/player/pace/pace.ts";
import { counted, Track } from "../../src/scenario/index.ts";
import { tinyEpisode } from "./tiny-episode.ts";

const ring = tinyEpisode.chapters.get("ring");
if (ring === undefined) throw new Error("the tiny episode has a chapter about a ring");
const line = new TrackLine(new Track(ring.chapter, ring.systems));
const pace = new ChapterPace(line);

describe("a chapter's pace", () => {
  it("moves in 200 to 450 ms and is still between two steps", () => {
    for (let position = 1; position <= pace.last; position++) {
      const opening = line.opens(line.stepAt(position)) === position;
      if (opening) expect(pace.transition(position)).toBe(0);
      else {
        expect(pace.transition(position)).toBeGreaterThanOrEqual(200);
        expect(pace.transition(position)).toBeLessThanOrEqual(450);
      }
    }
  });

  it("lasts as long as planned, where reading allows it", () => {
    expect(pace.total / 1000).toBeGreaterThan(15);
    expect(pace.total / 1000).toBeLessThanOrEqual(30.001);
  });

  it("shows a long step's operations in six seconds at most", () => {
    const inputs = Array.from({ length: 40 }, (_, i) => ({ operation: "push", values: { item: `T${i}` } }));
    const [first] = ring.chapter.beats;
    if (first === undefined) throw new Error("the chapter has steps");
    const long = new TrackLine(new Track({ ...ring.chapter, beats: [{ ...first, inputs }] }, ring.systems));
    const { total, hold } = { total: 0, hold: 0 };
    const longPace = new ChapterPace(long);
    let sum = total + hold;
    for (let at = 1; at < longPace.last; at++) sum += longPace.transition(at) + longPace.hold(at);
    expect(sum).toBeLessThanOrEqual(6_000 * 1.8);
  });

  it("is the same where the moves are counted in advance and none is run", () => {
    const counting = counted(ring.chapter, ring.systems);
    const unrun = new ChapterPace(new TrackLine(new Track(counting, new Map())));
    expect(unrun.last).toBe(pace.last);
    for (let position = 0; position <= pace.last; position++) {
      expect(unrun.transition(position)).toBe(pace.transition(position));
      expect(unrun.hold(position)).toBe(pace.hold(position));
    }
  });

  it("knows the place at each time and the time at each place", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const time = share * pace.total;
        expect(pace.timeAt(pace.placeAt(time))).toBeCloseTo(time, 3);
      }),
    );
  });
});

describe("playing", () => {
  it("comes to the same place in many small ticks as in one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 40 }), (ms, ticks) => {
        const start = { playhead: 0, held: 0 };
        let place = start;
        for (let i = 0; i < ticks; i++) place = forwards(pace, place, ms / ticks);
        expect(pace.timeAt(place)).toBeCloseTo(pace.timeAt(forwards(pace, start, ms)), 3);
      }),
    );
  });

  it("ends at the last moment and, backwards, at the first", () => {
    const end = forwards(pace, { playhead: 0, held: 0 }, 1e7);
    expect(end.playhead).toBe(pace.last);
    expect(isOver(pace, end)).toBe(true);
    expect(backwards(pace, end, 1e7)).toEqual({ playhead: 0, held: 0 });
  });

  it("waits at a barrier", () => {
    expect(forwards(pace, { playhead: 0, held: 0 }, 1e7, 4).playhead).toBe(4);
  });

  it("stands on whole moments only without motion", () => {
    const still = withoutMotion(pace);
    for (let ms = 0; ms < 20_000; ms += 333) {
      expect(Number.isInteger(forwards(still, { playhead: 0, held: 0 }, ms).playhead)).toBe(true);
    }
  });
});

describe("clock texts", () => {
  it("read like a clock", () => {
    expect(clockText(342)).toBe("5:42");
    expect(clockText(0)).toBe("0:00");
    expect(clockText(59.99)).toBe("0:59");
    expect(stepText(3, 9)).toBe("step 4 of 9");
    expect(handStepText(0, 0)).toBe("no operation yet");
    expect(handStepText(0, 2)).toBe("before operation 1 of 2");
    expect(handStepText(2, 2)).toBe("operation 2 of 2");
  });
});

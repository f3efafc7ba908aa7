import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bucket, SeriesBuilder, type SeriesKind } from "../../../src/engine/systems/series.ts";

interface Note {
  readonly time: number;
  readonly value: number;
}

const notes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 50 })), {
    minLength: 1,
    maxLength: 120,
  })
  .map((steps) => {
    let time = 0;
    return steps.map(([pause, value]): Note => {
      time += pause;
      return { time, value };
    });
  });

/** What a bucket must tell, looked up in the list of all notes. */
function expected(kind: SeriesKind, all: readonly Note[], from: number, until: number): Bucket | null {
  const within = all.filter(({ time }) => time >= from && time < until).map(({ value }) => value);
  const earlier = all.filter(({ time }) => time < from).at(-1);
  const atStart = all.some(({ time }) => time === from);
  const held = kind === "level" && earlier !== undefined && !atStart ? [earlier.value, ...within] : within;
  if (held.length === 0) return null;
  return { min: Math.min(...held), max: Math.max(...held), last: held.at(-1) as number };
}

describe.each(["level", "samples"] as const)("a series of %s", (kind) => {
  test("tells of each bucket what was so in it, however often buckets have merged", () => {
    fc.assert(
      fc.property(notes, fc.constantFrom(2, 8, 64), (all, most) => {
        const builder = new SeriesBuilder(kind, { most, width: 1 });
        for (const { time, value } of all) builder.note(time, value);
        const { width, buckets } = builder.snapshot();
        const end = all.at(-1)?.time ?? 0;
        expect(buckets.length).toBe(Math.floor(end / width) + 1);
        expect(buckets.length).toBeLessThanOrEqual(most);
        expect([...buckets]).toEqual(
          [...buckets].map((_, i) => expected(kind, all, i * width, (i + 1) * width)),
        );
      }),
    );
  });

  test("leaves earlier snapshots as they were", () => {
    fc.assert(
      fc.property(notes, (all) => {
        const builder = new SeriesBuilder(kind, { most: 8, width: 1 });
        const taken = all.map(({ time, value }) => {
          builder.note(time, value);
          const series = builder.snapshot();
          return { series, text: JSON.stringify(series) };
        });
        for (const { series, text } of taken) expect(JSON.stringify(series)).toBe(text);
      }),
    );
  });

  test("is the same object while nothing changes", () => {
    const builder = new SeriesBuilder(kind);
    builder.note(3, 5);
    const before = builder.snapshot();
    builder.note(3, 5);
    expect(builder.snapshot()).toBe(before);
  });

  test("is wide enough for a far time at once", () => {
    const builder = new SeriesBuilder(kind, { most: 4, width: 1 });
    builder.note(0, 1);
    builder.note(1_000_000, 2);
    const { width, buckets } = builder.snapshot();
    expect(width * 4).toBeGreaterThan(1_000_000);
    expect(buckets.at(0)?.min).toBe(1);
    expect(buckets.at(buckets.length - 1)?.last).toBe(2);
  });

  test("refuses to go back in time, and what is no number", () => {
    const builder = new SeriesBuilder(kind);
    builder.note(5, 1);
    expect(() => builder.note(4, 1)).toThrow(RangeError);
    expect(() => builder.note(6, Number.NaN)).toThrow(RangeError);
    expect(() => builder.note(Number.POSITIVE_INFINITY, 1)).toThrow(RangeError);
  });
});

test("refuses an odd number of buckets and a width of nothing", () => {
  expect(() => new SeriesBuilder("level", { most: 5 })).toThrow(RangeError);
  expect(() => new SeriesBuilder("level", { width: 0 })).toThrow(RangeError);
});

test("the closed part is the same object until a bucket closes, and then has all but the open one", () => {
  const builder = new SeriesBuilder("level", { most: 8, width: 10 });
  builder.note(1, 5);
  builder.note(12, 6);
  const { closed } = builder;
  builder.note(13, 7);
  builder.note(19, 2);
  expect(builder.closed).toBe(closed);
  builder.note(20, 3);
  expect([...builder.closed.buckets]).toEqual([...builder.snapshot().buckets].slice(0, -1));
});

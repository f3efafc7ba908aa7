import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CourseRecord, freshRecord, merged, withSeen } from "../../src/course/record/course-record.ts";
import { printRanges, readRanges } from "../../src/course/record/ranges.ts";
import { printRecord, readRecord } from "../../src/course/record/record-text.ts";
import { resultOf } from "../../src/course/record/result.ts";
import { questionKey, type Reply } from "../../src/player/store/answer-book.ts";
import { pack } from "../../src/scenario/link/packed.ts";
import {
  ALL_SEEN,
  answered,
  CHOICE_RIGHT,
  CHOICE_WRONG,
  recordOf,
  SLOT_RIGHT,
  tinyCourse,
} from "./tiny-course.ts";

const replies: fc.Arbitrary<Reply> = fc.oneof(
  fc.constant({ kind: "skipped" } as const),
  fc.constantFrom(CHOICE_RIGHT, CHOICE_WRONG, SLOT_RIGHT),
  fc.record({
    kind: fc.constant("answered" as const),
    right: fc.boolean(),
    given: fc.string({ unit: "grapheme", maxLength: 30 }),
    words: fc.string({ unit: "grapheme", maxLength: 30 }),
  }),
);

const records: fc.Arbitrary<CourseRecord> = fc
  .record({
    place: fc.constantFrom(["ring", 0] as const, ["ring", 3] as const, ["overwrite", 1] as const),
    ring: fc.uniqueArray(fc.integer({ min: 0, max: 3 })),
    overwrite: fc.uniqueArray(fc.integer({ min: 0, max: 1 })),
    answers: fc.uniqueArray(fc.tuple(fc.constantFrom("ring/3", "overwrite/1", "ring/2/exercise"), replies), {
      selector: ([key]) => key,
    }),
  })
  .map(({ place: [chapter, step], ring, overwrite, answers }) => ({
    chapter,
    step,
    seen: new Map([
      ["ring", new Set(ring)],
      ["overwrite", new Set(overwrite)],
    ]),
    answers: new Map(answers),
  }));

describe("a record as a text", () => {
  test("is read as what was written", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(readRecord(printRecord(record, tinyCourse, 4_096), tinyCourse)).toEqual(record);
      }),
    );
  });

  test("is never longer than it may be, and keeps the place and what was seen", () => {
    const many = new Map(
      Array.from({ length: 900 }, (_, index) => [
        questionKey("ring", index),
        answered(index % 3 === 0, `given ${(index * 7_919) % 1_013}`, `words ${(index * 104_729) % 997}`),
      ]),
    );
    const record = recordOf({ chapter: "overwrite", step: 1, seen: ALL_SEEN, answers: many });
    const text = printRecord(record, tinyCourse, 4_096);
    expect(text.length).toBeLessThanOrEqual(4_096);
    const read = readRecord(text, tinyCourse);
    expect(read).toMatchObject({ chapter: "overwrite", step: 1, seen: ALL_SEEN });
    // The newest are there.
    expect([...(read?.answers.keys() ?? [])].at(-1)).toBe("ring/900");
    expect(read?.answers.size).toBeGreaterThan(50);
  });

  test("of a long course with every question answered leaves room in SCORM 1.2", () => {
    const choices = Array.from(
      { length: 60 },
      (_, index) =>
        [
          `ring/${index}`,
          answered(index % 2 === 0, `slot ${index % 12}`, `slot ${(index * 5) % 12}`),
        ] as const,
    );
    const text = printRecord(recordOf({ seen: ALL_SEEN, answers: new Map(choices) }), tinyCourse, 4_096);
    expect(text.length).toBeLessThan(1_500);
  });

  test.each([
    "",
    "x",
    "2abc",
    "1".repeat(50),
    "null",
    "{}",
    pack("[]"),
    pack("[2,1,1,{},{}]"),
    pack("{"),
    pack('[1,"ring",0,[],0]'),
  ])("%j is none", (text) => {
    expect(readRecord(text, tinyCourse)).toBeUndefined();
  });

  test("any text is read or refused, and what is read fits the course", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(pack)), (text) => {
        const record = readRecord(text, tinyCourse);
        if (record === undefined) return;
        expect(["ring", "overwrite"]).toContain(record.chapter);
        expect(record.seen.get("ring")?.size ?? 0).toBeLessThanOrEqual(4);
      }),
    );
  });

  test("that tells of a chapter that is gone begins with the first", () => {
    const gone = pack(JSON.stringify([1, "gone", 9, { gone: "0-4", ring: "0-99" }, { "gone/1": [1, 2, 3] }]));
    const read = readRecord(gone, tinyCourse);
    expect(read).toMatchObject({ chapter: "ring", step: 0, answers: new Map() });
    expect(read?.seen.get("ring")).toEqual(new Set([0, 1, 2, 3]));
  });
});

describe("numbers as ranges", () => {
  test("are short, and read as what was written", () => {
    expect(printRanges([5, 0, 1, 2])).toBe("0-2,5");
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 300 })), (numbers) => {
        expect(readRanges(printRanges(numbers))).toEqual([...numbers].sort((a, b) => a - b));
      }),
    );
  });

  test.each(["9-1", "0-99999", "-3", "a", "1.5", 7, undefined])("%j has none", (text) => {
    expect(readRanges(text)).toEqual([]);
  });
});

describe("two sittings that did not know of each other", () => {
  test("come to what both have seen and answered, and the later one counts", () => {
    const earlier = recordOf({
      seen: new Map([["ring", new Set([0, 1])]]),
      answers: new Map([["ring/3", SLOT_RIGHT]]),
    });
    const later = recordOf({
      step: 2,
      seen: new Map([["ring", new Set([2])]]),
      answers: new Map([["overwrite/1", CHOICE_WRONG]]),
    });
    const both = merged(earlier, later);
    expect(both).toMatchObject({ step: 2, seen: new Map([["ring", new Set([0, 1, 2])]]) });
    expect([...both.answers.keys()].sort()).toEqual(["overwrite/1", "ring/3"]);
  });
});

describe("a result", () => {
  const asked = (...given: readonly Reply[]) =>
    new Map(given.map((reply, index) => [["ring/3", "overwrite/1"][index] ?? "", reply]));

  test("is open until everything is seen or everything answered", () => {
    const half = recordOf({ answers: asked(SLOT_RIGHT) });
    expect(resultOf(half, tinyCourse, 0.5)).toMatchObject({ complete: false, passed: undefined });
    const all = recordOf({ answers: asked(SLOT_RIGHT, CHOICE_RIGHT) });
    expect(resultOf(all, tinyCourse, 0.8)).toMatchObject({ complete: false, passed: true });
    const seen = recordOf({ seen: ALL_SEEN, answers: asked(SLOT_RIGHT) });
    expect(resultOf(seen, tinyCourse, 0.8)).toMatchObject({ complete: true, passed: false });
  });

  test("counts steps of all chapters", () => {
    const record = withSeen(withSeen(freshRecord(tinyCourse), "ring", 1), "overwrite", 0);
    expect(resultOf(record, tinyCourse, 0.8).steps).toEqual({ seen: 2, all: 6 });
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Lms, LmsProblem, type Opening, type Report } from "../../src/course/lms/lms.ts";
import { linkWords } from "../../src/course/page/words.ts";
import { readRecord } from "../../src/course/record/record-text.ts";
import { CHOICE_RIGHT, SLOT_RIGHT, shelf, sittingWith, studyAll, tinyCourse } from "./tiny-course.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A system that keeps what it is told while it is well. */
class TestLms implements Lms {
  readonly recordLimit = 4_096;
  readonly told: Report[] = [];
  problem: LmsProblem | undefined;
  opening: Opening = { mode: "normal", learner: "ada", kept: "" };
  opened = 0;
  left = 0;

  async open(): Promise<Opening> {
    this.#act();
    this.opened += 1;
    return this.opening;
  }

  async tell(report: Report): Promise<readonly string[]> {
    this.#act();
    this.told.push(report);
    return [];
  }

  leave(report: Report): boolean {
    this.#act();
    this.told.push(report);
    this.left += 1;
    return true;
  }

  #act(): void {
    if (this.problem !== undefined) throw this.problem;
  }
}

const silent = new LmsProblem("it is not there");
const recordOfLast = (lms: TestLms) => readRecord(lms.told.at(-1)?.kept ?? "", tinyCourse);

describe("a system that is well", () => {
  test("is told of steps together, and of an answer at once", async () => {
    const lms = new TestLms();
    const sitting = sittingWith(lms);
    await sitting.delivery.now();
    const before = lms.told.length;
    sitting.seen("ring", 0);
    sitting.seen("ring", 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(lms.told).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lms.told).toHaveLength(before + 1);
    sitting.answered(new Map([["ring/3", SLOT_RIGHT]]));
    await vi.advanceTimersByTimeAsync(0);
    expect(lms.told).toHaveLength(before + 2);
    expect(lms.told.at(-1)?.answered).toMatchObject([
      { key: "ring/3", kind: "number", given: "slot 1", right: true },
    ]);
    expect(sitting.delivery.link.getState()).toMatchObject({ kind: "open", told: true });
  });

  test("leaves nothing in the browser once it has been told", async () => {
    const browser = shelf();
    const sitting = sittingWith(new TestLms(), browser);
    await sitting.delivery.now();
    sitting.seen("ring", 0);
    expect([...browser.kept.values()].join("")).not.toBe("");
    sitting.leave();
    expect([...browser.kept.values()].join("")).toBe("");
    expect([...browser.kept.keys()].join("")).not.toContain("ada");
  });

  test("is told nothing of earlier answers again", async () => {
    const first = new TestLms();
    const one = sittingWith(first);
    await one.delivery.now();
    studyAll(one);
    one.leave();
    const second = new TestLms();
    second.opening = { ...second.opening, kept: first.told.at(-1)?.kept ?? "" };
    const two = sittingWith(second);
    await two.delivery.now();
    expect(two.store.getState().result).toMatchObject({ complete: true, passed: true });
    expect(second.told.at(-1)?.answered).toEqual([]);
  });

  test("says itself what share must be right", async () => {
    const lms = new TestLms();
    lms.opening = { ...lms.opening, mastery: 0.4 };
    const sitting = sittingWith(lms);
    await sitting.delivery.now();
    studyAll(sitting, { kind: "skipped" });
    expect(sitting.store.getState()).toMatchObject({ mastery: 0.4, result: { passed: true } });
  });
});

describe("a system that does not answer", () => {
  test("is tried again, ever more seldom, and is told all when it answers", async () => {
    const lms = new TestLms();
    const sitting = sittingWith(lms);
    await sitting.delivery.now();
    lms.problem = silent;
    studyAll(sitting);
    await vi.advanceTimersByTimeAsync(0);
    const link = sitting.delivery.link.getState();
    expect(link).toMatchObject({ kind: "silent", problem: "it is not there", told: false });
    expect(linkWords(link, sitting.store.getState(), "scorm12")?.text).toMatch(
      /does not answer.*Nothing is lost/,
    );
    const tries = vi.spyOn(lms, "tell");
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(tries.mock.calls.length).toBeGreaterThan(8);
    expect(tries.mock.calls.length).toBeLessThan(20);
    lms.problem = undefined;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sitting.delivery.link.getState()).toMatchObject({ kind: "open", told: true });
    expect(lms.told.at(-1)).toMatchObject({ result: { complete: true, passed: true } });
    expect(lms.told.at(-1)?.answered).toHaveLength(2);
    expect(recordOfLast(lms)?.answers.get("overwrite/1")).toEqual(CHOICE_RIGHT);
  });

  test("is tried at once when the learner wants it", async () => {
    const lms = new TestLms();
    lms.problem = silent;
    const sitting = sittingWith(lms);
    await sitting.delivery.now();
    lms.problem = undefined;
    await sitting.delivery.now();
    expect(sitting.delivery.link.getState().kind).toBe("open");
  });

  test("and is gone for good finds in the next sitting what this browser kept", async () => {
    const browser = shelf();
    const lms = new TestLms();
    const one = sittingWith(lms, browser);
    await one.delivery.now();
    lms.problem = silent;
    studyAll(one);
    one.leave();
    expect(lms.told.at(-1)?.result.complete).toBe(false);

    const next = new TestLms();
    const two = sittingWith(next, browser);
    await two.delivery.now();
    expect(two.store.getState()).toMatchObject({ arrivals: 1, record: { chapter: "overwrite", step: 1 } });
    expect(next.told.at(-1)?.result).toMatchObject({ complete: true, passed: true });
    // The system has never heard of them.
    expect(next.told.at(-1)?.answered).toHaveLength(2);
  });

  test("keeps nothing of one learner for another", async () => {
    const [browser, tab] = [shelf(), shelf()];
    const lms = new TestLms();
    const one = sittingWith(lms, browser, tab);
    await one.delivery.now();
    lms.problem = silent;
    studyAll(one);
    one.leave();
    const next = new TestLms();
    next.opening = { ...next.opening, learner: "grace" };
    const two = sittingWith(next, browser, tab);
    await two.delivery.now();
    expect(two.store.getState().result.steps.seen).toBe(0);
  });

  test("when the course begins, and later does, is told what was done, and what it knew is not lost", async () => {
    const earlier = new TestLms();
    const before = sittingWith(earlier);
    await before.delivery.now();
    before.seen("ring", 0);
    before.answered(new Map([["ring/3", SLOT_RIGHT]]));
    before.leave();

    const lms = new TestLms();
    lms.opening = { ...lms.opening, kept: earlier.told.at(-1)?.kept ?? "" };
    lms.problem = silent;
    const sitting = sittingWith(lms);
    await sitting.delivery.now();
    sitting.seen("ring", 1);
    lms.problem = undefined;
    await vi.advanceTimersByTimeAsync(2_000);
    const record = recordOfLast(lms);
    expect(record?.seen.get("ring")).toEqual(new Set([0, 1]));
    expect(record?.answers.get("ring/3")).toEqual(SLOT_RIGHT);
  });

  test("for good is not asked again in this sitting, and the learner is told what to do", async () => {
    const lms = new TestLms();
    const sitting = sittingWith(lms);
    await sitting.delivery.now();
    lms.problem = new LmsProblem("it says that this sitting is over", { lasting: true });
    sitting.answered(new Map([["ring/3", SLOT_RIGHT]]));
    await vi.advanceTimersByTimeAsync(0);
    const tries = vi.spyOn(lms, "tell");
    sitting.seen("ring", 1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(tries).not.toHaveBeenCalled();
    const words = linkWords(sitting.delivery.link.getState(), sitting.store.getState(), "cmi5");
    expect(words?.text).toMatch(/sitting is over.*Open the course again/);
  });
});

describe("a learner who only looks", () => {
  test.each(["browse", "review"] as const)("in %s mode leaves no trace", async (mode) => {
    const browser = shelf();
    const lms = new TestLms();
    lms.opening = { ...lms.opening, mode };
    const sitting = sittingWith(lms, browser);
    await sitting.delivery.now();
    const told = lms.told.length;
    studyAll(sitting);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lms.told).toHaveLength(told);
    expect([...browser.kept.values()].join("")).toBe("");
  });
});

test("a browser that keeps nothing is told of, and the system still has everything", async () => {
  const blocked = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("blocked");
    },
  };
  const lms = new TestLms();
  const sitting = sittingWith(lms, blocked as never, blocked as never);
  await sitting.delivery.now();
  studyAll(sitting);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lms.told.at(-1)?.result.complete).toBe(true);
  lms.problem = silent;
  sitting.answered(new Map());
  await vi.advanceTimersByTimeAsync(0);
  const words = linkWords(sitting.delivery.link.getState(), sitting.store.getState(), "scorm12");
  expect(words?.text).toContain("kept as long as this page is open");
});

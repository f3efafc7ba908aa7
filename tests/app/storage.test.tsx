import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Kept, type Shelf } from "../../src/app/storage/kept.ts";
import { Memory } from "../../src/app/storage/memory.ts";
import { answersOf, progressCodec } from "../../src/app/storage/progress.ts";
import { settingsCodec } from "../../src/app/storage/settings.ts";

function shelfWith(
  entries: Readonly<Record<string, string>> = {},
): Shelf & { readonly entries: Map<string, string> } {
  const map = new Map(Object.entries(entries));
  return {
    entries: map,
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => void map.set(name, value),
  };
}

const full: Shelf = {
  getItem: () => null,
  setItem: () => {
    throw new DOMException("full", "QuotaExceededError");
  },
};

const blocked: Shelf = {
  getItem: () => {
    throw new DOMException("blocked", "SecurityError");
  },
  setItem: () => {
    throw new DOMException("blocked", "SecurityError");
  },
};

describe("the score of an exercise", () => {
  const score = { kind: "practised", right: 1, done: 2, rounds: 3, next: 5 } as const;
  const skipped = { kind: "skipped" } as const;
  const read = (answers: unknown) =>
    answersOf(progressCodec.read({ tiny: { chapter: "ring", step: 2, seen: [], answers } })?.tiny);

  it("is kept beside the replies to the questions", () => {
    const shelf = shelfWith();
    const answers = { "ring/3": skipped, "ring/3/practice": score };
    new Memory(shelf).note("tiny", { chapter: "ring", step: 2, seen: [], answers });
    const { progress } = new Memory(shelf).store.getState();
    expect(Object.fromEntries(answersOf(progress.tiny))).toEqual(answers);
  });

  it("is missing from what was kept before there were exercises, and the rest is there", () => {
    const stored = {
      version: 1,
      value: { tiny: { chapter: "ring", step: 2, seen: ["ring"], answers: { "ring/3": skipped } } },
    };
    const shelf = shelfWith({ [progressCodec.name]: JSON.stringify(stored) });
    const { progress } = new Memory(shelf).store.getState();
    expect(progress.tiny?.seen).toEqual(["ring"]);
    expect([...answersOf(progress.tiny).keys()]).toEqual(["ring/3"]);
  });

  it.each([
    ["more right than done", { ...score, right: 3 }],
    ["more done than count", { ...score, done: 4 }],
    ["less than nothing", { ...score, right: -1 }],
    ["no number", { ...score, next: "5" }],
  ])("is passed over when it cannot be: %s", (_, wrong) => {
    expect(read({ "ring/3": skipped, "ring/3/practice": wrong }).size).toBe(1);
  });
});

describe("what is kept", () => {
  it("is there on the next visit", () => {
    const shelf = shelfWith();
    new Kept(settingsCodec, shelf).set({ ...settingsCodec.empty, theme: "dark", speed: 2 });
    expect(new Kept(settingsCodec, shelf).value).toMatchObject({ theme: "dark", speed: 2 });
  });

  it("is started afresh when it is not what it should be", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const codec of [settingsCodec, progressCodec]) {
          const { value } = new Kept<unknown>(codec, shelfWith({ [codec.name]: text }));
          expect(value).toEqual(codec.empty);
        }
      }),
    );
  });

  it("is read with care: each field counts only when it is sound", () => {
    expect(settingsCodec.read({ theme: "dark", textSize: 7, speed: 99, tab: {} })).toEqual({
      ...settingsCodec.empty,
      theme: "dark",
    });
    const entry = {
      chapter: "ring",
      step: 2,
      seen: ["ring", 4],
      answers: { "ring/1": { kind: "skipped" }, x: 1 },
    };
    expect(progressCodec.read({ good: entry, bad: { step: -1 } })).toEqual({
      good: { chapter: "ring", step: 2, seen: ["ring"], answers: { "ring/1": { kind: "skipped" } } },
    });
  });

  it("passes over another version", () => {
    const shelf = shelfWith({
      [settingsCodec.name]: JSON.stringify({ version: 99, value: { theme: "dark" } }),
    });
    expect(new Kept(settingsCodec, shelf).value.theme).toBe("system");
  });
});

describe("the page's memory", () => {
  it.each([
    ["full", full],
    ["blocked", blocked],
    ["missing", undefined],
  ])("works for this visit on a shelf that is %s, and says so", (_, shelf) => {
    const memory = new Memory(shelf);
    memory.set({ theme: "dark" });
    memory.note("tiny", { chapter: "ring", step: 1, seen: [], answers: {} });
    const { settings, progress, lasting } = memory.store.getState();
    expect(settings.theme).toBe("dark");
    expect(progress.tiny?.step).toBe(1);
    expect(lasting).toBe(false);
  });

  it("gives answers back as a book", () => {
    const book = answersOf({
      chapter: "ring",
      step: 0,
      seen: [],
      answers: { "ring/3": { kind: "skipped" } },
    });
    expect(book.get("ring/3")).toEqual({ kind: "skipped" });
    expect(answersOf(undefined).size).toBe(0);
  });
});

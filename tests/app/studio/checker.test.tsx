import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WorkerMessage, WorkerRequest } from "../../../src/player/draft/check/check-messages.ts";
import { CheckServer } from "../../../src/player/draft/check/check-worker.ts";
import { type CheckedText, Checker, type Server } from "../../../src/player/draft/check/checker.ts";
import { episode, fence, VIEWS } from "./facts.ts";

const RING = fence("system", "ring-buffer", "capacity: 4");
const chapter = (id: string, start: string, ...lines: string[]) =>
  `## ${start} A chapter {#${id}}\n\n${RING}\nLook:\n\n${fence("do", ...lines)}`;
const two = (first: string, second: string) =>
  `${episode(RING, "Look:", "", fence("do", first))}\n${chapter("second", "5:00", second)}`;

/** The first line that begins with some words, counted from 1. */
const lineOf = (text: string, words: string) =>
  text.split("\n").findIndex((line) => line.startsWith(words)) + 1;

/** A checker with the worker's own code, on this thread. */
function checking(tell: (checked: CheckedText) => void) {
  return new Checker(VIEWS, tell, (hear) => {
    const server = new CheckServer(hear, () => Promise.resolve());
    return { postMessage: (request) => void server.serve(request), terminate: () => {} };
  });
}

/** Everything that is told of a text until it is done. */
function check(text: string, first?: string): Promise<CheckedText[]> {
  return new Promise((resolve) => {
    const told: CheckedText[] = [];
    checking((checked) => {
      told.push(checked);
      if (checked.done) resolve(told);
    }).check(text, first);
  });
}

describe("checking bit by bit", () => {
  it("runs the chapter on show first, and makes each playable as soon as it is right", async () => {
    const told = await check(two("push A", "push B"), "second");
    expect(told.map(({ playable }) => [...playable.keys()])).toEqual([
      [],
      ["second"],
      ["second", "ring"],
      ["second", "ring"],
    ]);
    expect(told.at(-1)?.problems).toEqual([]);
  });

  it("lets a chapter be played though another has problems, and puts these in the text's order", async () => {
    const text = two("expect size = 3", "pusj B");
    const last = (await check(text)).at(-1);
    expect(last?.problems.map(({ line }) => line)).toEqual([lineOf(text, "expect"), lineOf(text, "pusj")]);
    expect([...(last?.playable.keys() ?? [])]).toEqual([]);
    const half = (await check(two("push A", "pusj B"))).at(-1);
    expect([...(half?.playable.keys() ?? [])]).toEqual(["ring"]);
  });

  it("tells of what it found before at its new place when the text above has grown", async () => {
    const server: Server[] = [];
    const told: CheckedText[] = [];
    let wake = () => {};
    const checker = new Checker(
      VIEWS,
      (checked) => {
        told.push(checked);
        if (checked.done) wake();
      },
      (hear) => {
        const own = new CheckServer(hear, () => Promise.resolve());
        const made = {
          postMessage: (request: WorkerRequest) => void own.serve(request),
          terminate: () => {},
        };
        server.push(made);
        return made;
      },
    );
    const run = (text: string) =>
      new Promise<void>((resolve) => {
        wake = resolve;
        checker.check(text);
      });
    for (const first of ["push A", "push A\npush B"]) {
      const text = two(first, "expect size = 9");
      await run(text);
      const line = lineOf(text, "expect");
      expect(told.at(-1)?.problems).toMatchObject([{ line, message: "expected size = 9; size is 0" }]);
    }
    expect(told.at(-1)?.text).toContain("push A\npush B");
  });

  it("refuses a text that is far too long, at once", async () => {
    const [, last] = await check("x".repeat(400_001));
    expect(last?.problems).toMatchObject([
      { line: 1, message: "a text has at most 400,000 characters; this has 400,001" },
    ]);
  });
});

describe("what never ends", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is given up, told of at its line, and the next text is checked by a new worker", () => {
    const started: { hear: (message: WorkerMessage) => void; ended: boolean; asked: WorkerRequest[] }[] = [];
    const told: CheckedText[] = [];
    const checker = new Checker(
      VIEWS,
      (checked) => told.push(checked),
      (hear) => {
        const own = { hear, ended: false, asked: [] as WorkerRequest[] };
        started.push(own);
        return {
          postMessage: (request) => own.asked.push(request),
          terminate: () => {
            own.ended = true;
          },
        };
      },
    );
    checker.check("a text");
    const [first] = started;
    first?.hear({ id: first.asked[0]?.id ?? 0, kind: "at", line: 12 });
    vi.advanceTimersByTime(60_000);
    expect(first?.ended).toBe(true);
    expect(told.at(-1)).toMatchObject({ text: "a text", done: true, problems: [{ line: 12 }] });
    expect(told.at(-1)?.problems[0]?.message).toContain("given up here after 60 s");
    checker.check("another");
    expect(started).toHaveLength(2);
    // What the old one still says is not of this text.
    first?.hear({ id: 1, kind: "told", message: { kind: "done" } });
    expect(told.at(-1)?.text).toBe("a text");
  });
});

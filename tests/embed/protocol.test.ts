import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Allowance } from "../../src/embed/protocol/allowance.ts";
import { HostLink, type Listening } from "../../src/embed/protocol/host-link.ts";
import { type Command, MOST, sealed } from "../../src/embed/protocol/messages.ts";
import { readCommand } from "../../src/embed/protocol/read-command.ts";
import { readReport } from "../../src/embed/protocol/read-report.ts";

const text = fc.string({ maxLength: 40 });
const command: fc.Arbitrary<Command> = fc
  .tuple(
    fc.oneof(
      fc.record({ type: fc.constantFrom("hello", "play", "pause") }),
      fc.record({
        type: fc.constantFrom("step", "stepBack"),
        by: fc.constantFrom("step", "operation", "move"),
      }),
      fc.record({ type: fc.constant("seek"), to: text }),
      fc.record({ type: fc.constant("seek"), to: text, chapter: text }),
      fc.record({ type: fc.constant("open"), place: text.map((rest) => `#${rest}`) }),
      fc.record({ type: fc.constant("run"), lines: fc.array(text, { minLength: 1, maxLength: 20 }) }),
      fc.record({
        type: fc.constant("set"),
        options: fc.dictionary(text, text, { minKeys: 1, maxKeys: MOST.options, noNullPrototype: true }),
      }),
    ),
    fc.option(fc.nat(), { nil: undefined }),
  )
  .map(([wish, id]) => ({ ...wish, ...(id === undefined ? {} : { id }) }) as Command);

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
/** A message of ours in which anything may stand. */
const mangled = fc.dictionary(
  fc.constantFrom("type", "version", "id", "to", "chapter", "by", "place", "lines", "options", "__proto__"),
  fc.oneof(anything, fc.constantFrom("run", "set", "seek", "open", "step", 1, "__proto__", "constructor")),
  { noNullPrototype: true },
);

describe("a command", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(command, (wish) => {
        const { protocol: _, version: __, ...read } = { ...sealed(wish) };
        expect(readCommand(sealed(wish))).toEqual({ ok: true, value: read });
      }),
    );
  });

  it("may carry a place that is as long as the longest links, but no longer", () => {
    const open = (length: number) => sealed({ type: "open", place: "#".padEnd(length, "x") });
    expect(readCommand(open(MOST.place))).toMatchObject({ ok: true });
    expect(readCommand(open(MOST.place + 1))).toMatchObject({
      message: expect.stringContaining("at most 32000 characters"),
    });
  });

  it("that is none is refused in a short sentence, whatever it is, and never throws", () => {
    fc.assert(
      fc.property(mangled, (message) => {
        const read = readCommand({ ...message, protocol: "time-machine" });
        if (read.ok) expect(message.version).toBe(1);
        else {
          expect(read.message.length).toBeGreaterThan(10);
          expect(read.message.length).toBeLessThan(300);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [{ type: "play", version: 3 }, /speaks version 1 of the protocol; found 3/],
    [{ type: "fly", version: 1 }, /no command “fly”: there are hello, play/],
    [{ type: "toString", version: 1 }, /no command “toString”/],
    [{ type: "step", version: 1, by: "leap" }, /one of step, operation, move; found “leap”/],
    [{ type: "run", version: 1, lines: [] }, /list of 1 to 500 operations/],
    [{ type: "run", version: 1, lines: ["x".repeat(3_000)] }, /at most 2000 characters/],
    [{ type: "run", version: 1, lines: new Array(20).fill("x".repeat(1_900)) }, /20000 characters together/],
    [{ type: "set", version: 1, options: { theme: 1 } }, /texts by the names of options/],
    [{ type: "play", version: 1, id: -1 }, /“id” must be a whole number/],
  ])("%j is refused", (message, words) => {
    const read = readCommand(message);
    expect(read.ok ? "" : read.message).toMatch(words);
  });
});

describe("a report", () => {
  it("that is none is left alone, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(anything, mangled), (data) => {
        expect(readReport(data)).toBeUndefined();
      }),
    );
  });

  it("says no height that a page could not have", () => {
    const height = (value: unknown) =>
      readReport({ protocol: "time-machine", version: 1, type: "resize", detail: { height: value } });
    expect(height(400)).toEqual({ type: "resize", detail: { height: 400 } });
    for (const wrong of [0, -1, Number.NaN, 1e9, "400", undefined]) expect(height(wrong)).toBeUndefined();
  });
});

describe("the link to the host", () => {
  const HOST = "https://course.example";

  function linked() {
    const sent: { message: Record<string, unknown>; to: string }[] = [];
    const parent = {
      postMessage: (message: unknown, to: unknown) =>
        sent.push({ message: message as Record<string, unknown>, to: String(to) }),
    };
    let listen: (event: MessageEvent) => void = () => {};
    let now = 0;
    const page: Listening = {
      parent: parent as Listening["parent"],
      addEventListener: (_, listener) => {
        listen = listener;
      },
    };
    const link = new HostLink(page, () => now);
    const hear = (data: unknown, origin = HOST, source: unknown = parent) =>
      listen({ data, origin, source } as MessageEvent);
    const pass = (ms: number) => {
      now += ms;
    };
    return { link, sent, hear, pass };
  }

  const hello = sealed({ type: "hello" });
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  it("says that it is there, and nothing more before the host has said hello", () => {
    const { link, sent, hear } = linked();
    link.tell({ type: "resize", detail: { height: 300 } });
    expect(sent.map(({ message, to }) => [message.type, to])).toEqual([["here", "*"]]);
    hear(hello);
    expect(sent.slice(1).map(({ message, to }) => [message.type, to])).toEqual([["resize", HOST]]);
  });

  it("does what its parent asks for, in order, and says so; what comes before there is a run waits", async () => {
    const { link, sent, hear } = linked();
    const done: string[] = [];
    hear(hello);
    hear(sealed({ type: "play", id: 1 }));
    link.serve(({ type }) => {
      done.push(type);
    });
    hear(sealed({ type: "pause", id: 2 }));
    await settled();
    expect(done).toEqual(["play", "pause"]);
    expect(sent.filter(({ message }) => message.type === "done").map(({ message }) => message.id)).toEqual([
      1, 2,
    ]);
  });

  it("hears nobody else, and no other origin once it knows its own", async () => {
    const { link, sent, hear } = linked();
    const doer = vi.fn();
    link.serve(doer);
    hear(hello, "https://evil.example", {});
    hear(sealed({ type: "play" }), "https://evil.example", {});
    hear(hello);
    hear(sealed({ type: "play" }), "https://evil.example");
    hear(hello, "https://evil.example");
    await settled();
    expect(doer).not.toHaveBeenCalled();
    expect(sent.filter(({ to }) => to.includes("evil"))).toEqual([]);
  });

  it("tells what went wrong, with the number that was asked with", async () => {
    const { link, sent, hear } = linked();
    hear(hello);
    link.serve(() => {
      throw new Error("it cannot be done");
    });
    hear(sealed({ type: "play", id: 9 }));
    await settled();
    expect(sent.at(-1)?.message).toMatchObject({ type: "error", id: 9, message: "it cannot be done" });
  });

  it("never throws and never acts on what is no command", async () => {
    const { link, hear, pass } = linked();
    const doer = vi.fn();
    link.serve(doer);
    hear(hello);
    fc.assert(
      fc.property(fc.oneof(anything, mangled), (data) => {
        pass(1_000);
        hear(data);
        const { version: _, ...rest } = (typeof data === "object" && data !== null ? data : {}) as {
          version?: unknown;
        };
        hear({ ...rest, protocol: "time-machine", version: "1" });
      }),
    );
    await settled();
    expect(doer).not.toHaveBeenCalled();
  });

  it("does so many commands and no more, and answers a flood with few words", () => {
    const { link, sent, hear, pass } = linked();
    const doer = vi.fn();
    link.serve(doer);
    hear(hello);
    for (let at = 0; at < 2_000; at++) hear(sealed({ type: "play" }));
    expect(doer.mock.calls.length).toBeLessThan(250);
    expect(sent.length).toBeLessThan(20);
    pass(10_000);
    hear(sealed({ type: "pause" }));
    expect(doer).toHaveBeenLastCalledWith({ type: "pause" });
  });

  it("tells few of many states, the last one among them, and keeps them before what follows", () => {
    vi.useFakeTimers();
    const { link, sent, hear } = linked();
    hear(hello);
    const state = (moment: number) =>
      link.tell({ type: "state", detail: { moment } } as Parameters<HostLink["tell"]>[0]);
    for (let moment = 0; moment < 100; moment++) state(moment);
    vi.advanceTimersByTime(1_000);
    const states = sent.filter(({ message }) => message.type === "state");
    expect(states.length).toBeLessThan(3);
    expect(states.at(-1)?.message.detail).toEqual({ moment: 99 });
    state(100);
    link.tell({ type: "beat", detail: { chapter: "ring", step: 1, steps: 4, last: false } });
    expect(sent.slice(-2).map(({ message }) => message.type)).toEqual(["state", "beat"]);
    vi.useRealTimers();
  });
});

it("an allowance fills up again with time, and not beyond its most", () => {
  let now = 0;
  const allowance = new Allowance(2, 1, () => now);
  const taken = () => [allowance.take(), allowance.take(), allowance.take()];
  expect(taken()).toEqual([true, true, false]);
  now += 1_000;
  expect(taken()).toEqual([true, false, false]);
  now += 60_000;
  expect(taken()).toEqual([true, true, false]);
});

import { describe, expect, test } from "vitest";
import { registry } from "../../src/engine/index.ts";
import { type Ask, judge, predict, Track } from "../../src/scenario/index.ts";
import { chapterOf, fence, OPENING } from "./fixture.ts";

/** The question of a text's first step, and a branch of its run. */
function asked(...lines: string[]) {
  const script = fence("do", "push A..C");
  const chapter = chapterOf(`${OPENING}${script}\n${fence("ask", "question: ?", ...lines)}`);
  const ask = chapter.beats[0]?.ask as Ask;
  return { ask, branch: new Track(chapter, registry).branch(0) };
}

describe("the right answer", () => {
  test("to a pick is the value after the operations", () => {
    const { ask, branch } = asked("answer: head after push D", "pick: slot");
    expect(predict(ask, branch).answer).toEqual({ ok: true, value: { pick: "slot", value: 0 } });
  });

  test("may be asked of what is there already", () => {
    const { ask, branch } = asked("answer: size", "pick: number");
    expect(predict(ask, branch)).toEqual({
      from: branch.length - 1,
      to: branch.length - 1,
      answer: { ok: true, value: { pick: "number", value: 3 } },
    });
  });

  test("to a choice is the option that holds", () => {
    const options = ["options:", '  "Refuses": result = false', '  "Stores": result = true'];
    const { ask, branch } = asked("after: push D; push E", ...options);
    expect(predict(ask, branch).answer).toEqual({ ok: true, value: { pick: "choice", option: 0 } });
  });

  test("comes with the frames that show why", () => {
    const { ask, branch } = asked("answer: tail after pop", "pick: slot");
    const { from, to } = predict(ask, branch);
    const marks = Array.from({ length: to - from }, (_, index) => branch.frame(from + 1 + index).cause.mark);
    expect(marks).toEqual(["call", "read", "clear-slot", "advance-tail", "shrink", "return"]);
  });
});

describe("a reader's answer", () => {
  test.each([
    [{ pick: "slot", value: 2 }, { pick: "slot", value: 2 }, true],
    [{ pick: "slot", value: 2 }, { pick: "slot", value: 3 }, false],
    [{ pick: "slot", value: 2 }, { pick: "number", value: 2 }, false],
    [{ pick: "number", value: 2 }, { pick: "choice", option: 2 }, false],
    [{ pick: "choice", option: 1 }, { pick: "choice", option: 1 }, true],
    [{ pick: "choice", option: 1 }, { pick: "choice", option: 0 }, false],
    [{ pick: "choice", option: 1 }, { pick: "number", value: 1 }, false],
  ] as const)("to %o, %o is right: %s", (right, given, verdict) => {
    expect(judge(right, given)).toBe(verdict);
  });
});

import { describe, expect, test } from "vitest";
import {
  type AudioWindowState,
  type CrashLogState,
  type Frame,
  type MetricsWindowState,
  type PositionHistoryState,
  registry,
  type System,
} from "../../../src/engine/index.ts";
import { framesOf, inputs, setupOf } from "./script.ts";

function run<State extends object>(id: string, ...lines: readonly string[]) {
  const system = registry.get(id) as System<State>;
  const frames = framesOf(
    setupOf(system as unknown as System),
    inputs(system as unknown as System, ...lines),
  ) as Frame<State>[];
  const { state, cause } = frames.at(-1) as Frame<State>;
  return { frames, state, result: cause.detail.result };
}

test("an operation of any length is at most sixty strides, which write all of it", () => {
  for (const ticks of [1, 7, 59, 60, 61, 1_000, 99_999]) {
    const { frames, state } = run<MetricsWindowState>("metrics-window", `tick ${ticks}`);
    expect(frames.filter(({ cause }) => cause.mark === "stride").length).toBe(Math.min(60, ticks));
    expect(state.totalWritten).toBe(ticks);
  }
});

describe("metrics-window", () => {
  test("averages and maxima are those of the newest values", () => {
    const { state } = run<MetricsWindowState>("metrics-window", "tick 420");
    expect([state.size, state.totalWritten, state.span]).toEqual([300, 420, 300_000]);
    const newest = state.values.slice(-60);
    const average = run<MetricsWindowState>("metrics-window", "tick 420", "average 60");
    const sum = newest.reduce((total, value) => total + value, 0);
    expect(average.result).toBe(Math.round(sum / 6) / 10);
    expect(average.state.query).toEqual({ kind: "average", asked: 60, read: 60, answer: average.result });
    const max = run<MetricsWindowState>("metrics-window", "tick 420", "max 9000");
    expect(max.result).toBe(Math.max(...state.values));
    expect(max.state.query?.read).toBe(300);
  });

  test("there is no average of nothing", () => {
    expect(run<MetricsWindowState>("metrics-window", "average 60").result).toBeNull();
  });

  test("requests come in whole numbers, with bursts now and then", () => {
    const { values } = run<MetricsWindowState>("metrics-window", "tick 300").state;
    expect(values.every((value) => Number.isInteger(value) && value >= 400 && value <= 5_000)).toBe(true);
    expect(Math.max(...values)).toBeGreaterThan(2_000);
  });
});

describe("audio-window", () => {
  test("holds the true samples of a sine", () => {
    const { values, totalWritten, size } = run<AudioWindowState>(
      "audio-window",
      "volume 100",
      "record 1000",
    ).state;
    const far = values.map((sample, i) => {
      const n = totalWritten - size + i;
      return Math.abs(sample - 32_767 * Math.sin((2 * Math.PI * 440 * n) / 48_000));
    });
    expect(Math.max(...far)).toBeLessThan(0.6);
  });

  test("a level falls only when the loud samples have left the window", () => {
    const loud = run<AudioWindowState>("audio-window", "record 480", "volume 10", "record 240", "peak 480");
    expect(loud.result).toBe(26_214);
    const soft = run<AudioWindowState>("audio-window", "record 480", "volume 10", "record 480", "peak 480");
    expect(soft.result).toBe(3_277);
  });
});

describe("position-history", () => {
  test("a shot is judged by what the shooter saw", () => {
    const { state, result } = run<PositionHistoryState>("position-history", "tick 90", "shoot 150");
    expect(result).toBe("hit");
    expect(state.shot).toMatchObject({ ticks: 9, index: 81, distance: 90, hitNow: false });
    expect(
      state.values[
        state.shot?.index === undefined ? -1 : state.shot.index - (state.totalWritten - state.size)
      ],
    ).toEqual(state.shot?.then);
  });

  test("a shot of nearly now hits either way", () => {
    const { shot } = run<PositionHistoryState>("position-history", "tick 90", "shoot 50").state;
    expect(shot).toMatchObject({ distance: 30, hitNow: true });
  });

  test("what the window no longer holds is refused, in words", () => {
    const late = run<PositionHistoryState>("position-history", "tick 90", "shoot 1000");
    expect(late.result).toBe("refused");
    expect(late.state.shot?.words).toBe(
      "The window goes back 983 ms. Where the player was 1000 ms ago is overwritten, so the shot is refused.",
    );
    const early = run<PositionHistoryState>("position-history", "shoot 100");
    expect(early.state.shot?.words).toContain("the game had not begun");
  });

  test("the player runs six metres a second on whole centimetres and never leaves the ground", () => {
    const { values, world } = run<PositionHistoryState>("position-history", "tick 1000").state;
    for (const [i, { x, y }] of values.entries()) {
      const before = values[i - 1] ?? { x: x - 10, y };
      expect(Math.abs(x - before.x) + Math.abs(y - before.y)).toBe(10);
      expect(x > 0 && x < world.width && y > 0 && y < world.height).toBe(true);
    }
  });
});

describe("crash-log", () => {
  test("remembers the last lines and counts those that are gone", () => {
    const { state, result } = run<CrashLogState>("crash-log", "log 20", "crash");
    expect(state.report).toEqual({
      remembered: 8,
      gone: 17,
      words: "The last 8 lines are remembered, 17 older lines are gone.",
    });
    expect(result).toEqual({ remembered: state.values.map(({ text }) => text), gone: 17 });
  });

  test("the last lines lead to the crash", () => {
    const { values } = run<CrashLogState>("crash-log", "log 20", "crash").state;
    expect(values.slice(-5).map(({ level, text }) => `${level} ${text.replace(/\d{3,}/, "…")}`)).toEqual([
      "warn payment took … ms",
      "warn 8 of 8 connections in use",
      "error no free connection for user …",
      "error no free connection for user …",
      "fatal out of connections, shutting down",
    ]);
  });

  test("after a crash the program runs on as if started again", () => {
    const { values } = run<CrashLogState>("crash-log", "crash", "log 8").state;
    expect(values.map(({ level }) => level)).not.toContain("fatal");
  });

  test.each([
    [["crash"], "The last 5 lines are remembered, none is gone."],
    [["log 4", "crash"], "The last 8 lines are remembered, 1 older line is gone."],
    [["log 5", "crash"], "The last 8 lines are remembered, 2 older lines are gone."],
  ])("says so in a sentence after %s", (lines, words) => {
    expect(run<CrashLogState>("crash-log", ...lines).state.report?.words).toBe(words);
  });
});

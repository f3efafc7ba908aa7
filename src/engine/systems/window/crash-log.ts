import { defineSystem, type Invariant } from "../define-system.ts";
import { whole } from "../fields.ts";
import type { CrashLogState, CrashReport, LogLine } from "./crash-log-state.ts";
import { LogStream } from "./log-stream.ts";
import { ringSource } from "./ring-source.ts";
import { LARGEST_WINDOW, WindowInstance } from "./window-instance.ts";
import { windowInvariants } from "./window-invariants.ts";

interface Log {
  readonly window: WindowInstance<LogLine>;
  report: CrashReport | null;
  crash(): { readonly remembered: readonly string[]; readonly gone: number };
}

const consecutive: Invariant<CrashLogState> = {
  id: "lines-are-consecutive",
  words: "no line is missing between the oldest and the newest",
  holds: ({ values, totalWritten, size }) =>
    values.every((line, place) => line.index === totalWritten - size + place),
};

/** The last lines of a program's log, to be read after it crashed. */
export const crashLog = defineSystem({
  id: "crash-log",
  title: "The last lines before the crash",
  summary:
    "A program logs into a ring in memory, which costs little. When it crashes, its last lines are still there.",
  views: ["log-lines"],
  parameters: {
    capacity: whole({
      min: 1,
      max: LARGEST_WINDOW,
      default: 8,
      unit: "lines",
      help: "How many lines the ring holds.",
    }),
  },
  operations: {
    log: {
      help: "Let the program run on and write lines into its log.",
      arguments: { n: whole({ min: 1, max: 100_000, default: 5, unit: "lines", help: "How many lines." }) },
      shortcut: "l",
      source: ringSource("push"),
      run: ({ window }: Log, values: { readonly n: number }) => {
        window.write(values.n);
        return undefined;
      },
    },
    crash: {
      help: "The program goes down, logging to the last: see what its log remembers.",
      arguments: {},
      shortcut: "c",
      source: ringSource("getRecent"),
      run: (log: Log) => log.crash(),
    },
  },
  invariants: [...windowInvariants, consecutive],
  create: ({ capacity }, { trace, random, clock }): Log => {
    const stream = new LogStream(random.fork("log"));
    const window = new WindowInstance(capacity, trace, () => {
      const line = stream.next();
      clock.now = line.time;
      return line;
    });
    const log: Log = {
      window,
      report: null,
      crash() {
        const { ring } = window;
        window.write(stream.end());
        const lines = ring.getRecent(ring.size).reverse();
        const gone = ring.totalWritten - lines.length;
        log.report = Object.freeze({ remembered: lines.length, gone, words: inWords(lines.length, gone) });
        trace("read", { count: lines.length });
        return { remembered: lines.map(({ text }) => text), gone };
      },
    };
    return log;
  },
  begin: (log) => {
    log.report = null;
  },
  snapshot: ({ window, report }): CrashLogState =>
    Object.freeze({ ...window.snapshot(), unit: "lines", span: null, report }),
});

function inWords(remembered: number, gone: number): string {
  const lines = (count: number) => (count === 1 ? "1 line" : `${count} lines`);
  const kept =
    remembered === 1 ? "The last line is remembered" : `The last ${lines(remembered)} are remembered`;
  const lost =
    gone === 0 ? "none is gone" : gone === 1 ? "1 older line is gone" : `${gone} older lines are gone`;
  return `${kept}, ${lost}.`;
}

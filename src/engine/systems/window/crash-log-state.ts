import type { WindowState } from "./window-state.ts";

/** One line of a program's log. */
export interface LogLine {
  /** Its global index: how many lines were written before it. */
  readonly index: number;
  /** Virtual time in ms since the program started. */
  readonly time: number;
  readonly level: "debug" | "info" | "warn" | "error" | "fatal";
  readonly text: string;
}

/** The last lines of a log, kept in memory for the day the program crashes. */
export interface CrashLogState extends WindowState<LogLine> {
  readonly unit: "lines";
  readonly span: null;
  /** What the crash left behind; null unless the last operation was a crash. */
  readonly report: CrashReport | null;
}

/** What can still be read after a crash. */
export interface CrashReport {
  /** How many lines are remembered: all of `values`. */
  readonly remembered: number;
  /** How many older lines are gone. */
  readonly gone: number;
  /** The same in a sentence. */
  readonly words: string;
}

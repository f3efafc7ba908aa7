import type { WindowState } from "./window-state.ts";

/** The last minutes of a metric: one entry a second, how many requests came in that second. */
export interface MetricsWindowState extends WindowState<number> {
  readonly unit: "requests/s";
  readonly span: number;
  /** How many seconds have passed since the start; the newest entry is that of second `totalWritten − 1`. */
  readonly seconds: number;
  /** The question on show; null when the last operation asked none. */
  readonly query: MetricsQuery | null;
}

/** A question about the newest seconds and its answer. */
export interface MetricsQuery {
  readonly kind: "average" | "max";
  /** How many seconds were asked for. */
  readonly asked: number;
  /** How many of them the window had: the last `read` of `values`. Less than `asked` when the window is shorter. */
  readonly read: number;
  /** In requests/s, an average rounded to one decimal; null while nothing is read yet or there was nothing to read. */
  readonly answer: number | null;
}

import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import type { MetricsQuery, MetricsWindowState } from "./metrics-window-state.ts";
import { ringSource } from "./ring-source.ts";
import { Traffic } from "./traffic.ts";
import { LARGEST_WINDOW, WindowInstance } from "./window-instance.ts";
import { windowInvariants } from "./window-invariants.ts";

const SECOND = 1_000;

const seconds = whole({ min: 1, max: 100_000, default: 60, unit: "s", help: "How many seconds." });

interface Metrics {
  readonly window: WindowInstance<number>;
  query: MetricsQuery | null;
  ask(kind: MetricsQuery["kind"], seconds: number): number | null;
}

/** The last five minutes of a metric, one value a second. */
export const metricsWindow = defineSystem({
  id: "metrics-window",
  title: "The last five minutes of a metric",
  summary: "One value a second in a ring of 300 slots: memory stays the same however long the server runs.",
  views: ["metrics"],
  parameters: {
    capacity: whole({
      min: 1,
      max: LARGEST_WINDOW,
      default: 300,
      unit: "s",
      help: "How many seconds the ring holds.",
    }),
  },
  operations: {
    tick: {
      help: "Let time pass. Each second writes one value.",
      arguments: { seconds },
      shortcut: "t",
      source: ringSource("push"),
      run: ({ window }: Metrics, values: { readonly seconds: number }) => {
        window.write(values.seconds);
        return undefined;
      },
    },
    average: {
      help: "The average of the last seconds, in requests/s.",
      arguments: { seconds },
      source: ringSource("getRecent"),
      run: (metrics: Metrics, values: { readonly seconds: number }) => metrics.ask("average", values.seconds),
    },
    max: {
      help: "The greatest of the last seconds, in requests/s.",
      arguments: { seconds },
      source: ringSource("getRecent"),
      run: (metrics: Metrics, values: { readonly seconds: number }) => metrics.ask("max", values.seconds),
    },
  },
  invariants: windowInvariants,
  create: ({ capacity }, { trace, random, clock }): Metrics => {
    const traffic = new Traffic(random.fork("traffic"));
    const window = new WindowInstance(capacity, trace, () => {
      clock.now += SECOND;
      return traffic.next();
    });
    const metrics: Metrics = {
      window,
      query: null,
      ask(kind, asked) {
        const recent = window.ring.getRecent(asked);
        metrics.query = { kind, asked, read: recent.length, answer: null };
        trace("read", { count: recent.length });
        const answer = kind === "max" ? greatest(recent) : average(recent);
        metrics.query = { ...metrics.query, answer };
        trace("answer", { answer });
        return answer;
      },
    };
    return metrics;
  },
  begin: (metrics) => {
    metrics.query = null;
  },
  snapshot: ({ window, query }): MetricsWindowState =>
    Object.freeze({
      ...window.snapshot(),
      unit: "requests/s",
      span: window.ring.capacity * SECOND,
      seconds: window.ring.totalWritten,
      query,
    }),
});

function greatest(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value));
}

function average(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.round((sum * 10) / values.length) / 10;
}

import { SlidingLatencySketch } from "../../structures/sliding-latency-sketch.ts";
import { SeriesBuilder } from "../series.ts";
import type { LanesState } from "./lanes-state.ts";

/** Latency percentiles look back so many ms. */
const SPAN = 1_000;

/** What is measured of the items that go through: how deep the queue is, and how long they take. */
export class Flow {
  /** Calls of `put` that timed out. */
  backpressure = 0;
  /** Items that took longer than the alarm. */
  late = 0;
  readonly #sketch = new SlidingLatencySketch(SPAN);
  readonly #depth = new SeriesBuilder("level");
  readonly #p50 = new SeriesBuilder("samples");
  readonly #p99 = new SeriesBuilder("samples");
  #latency: LanesState["latency"] = null;
  #charts: LanesState["charts"] | undefined;

  /** The queue holds so many items. */
  level(now: number, size: number): void {
    this.#depth.note(now, size);
  }

  /** An item has been processed, so many ms after it was made. */
  passed(now: number, latency: number, alarm: number): void {
    if (latency > alarm) this.late += 1;
    this.#sketch.record(latency, now);
    const p50 = this.#sketch.quantile(0.5, now) ?? latency;
    const p99 = this.#sketch.quantile(0.99, now) ?? latency;
    this.#p50.note(now, p50);
    this.#p99.note(now, p99);
    this.#latency = Object.freeze({ p50, p99 });
  }

  snapshot(): Pick<LanesState, "backpressure" | "late" | "latency" | "charts"> {
    const [depth, p50, p99] = [this.#depth.snapshot(), this.#p50.snapshot(), this.#p99.snapshot()];
    const before = this.#charts;
    if (before?.depth !== depth || before.p50 !== p50 || before.p99 !== p99) {
      this.#charts = Object.freeze({ depth, p50, p99 });
    }
    return {
      backpressure: this.backpressure,
      late: this.late,
      latency: this.#latency,
      charts: this.#charts as LanesState["charts"],
    };
  }
}

import { Kernel, type Scheduler } from "../../../src/engine/index.ts";

/** A kernel whose trace is kept as lines: `10 wait C0 notEmpty until 15`. */
export function transcribed(scheduler?: Scheduler): { kernel: Kernel; lines: string[] } {
  const lines: string[] = [];
  const kernel = new Kernel(scheduler === undefined ? {} : { scheduler });
  kernel.trace = (mark, detail = {}) => {
    const until =
      typeof detail.until === "number" && Number.isFinite(detail.until) ? `until ${detail.until}` : "";
    const words = [kernel.now, mark, detail.process, detail.condition, until, detail.error];
    lines.push(words.filter((word) => word !== undefined && word !== "").join(" "));
  };
  return { kernel, lines };
}

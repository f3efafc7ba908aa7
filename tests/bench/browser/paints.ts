import type { Browser, Page } from "@playwright/test";
import { rests } from "../../browser/rests.ts";
import { type Paint, paintsIn, type TraceEvent } from "./traced-paints.ts";

/** Presses two keys by turns, the second undoing the first, and measures both. */
export async function paintsOf(
  browser: Browser,
  page: Page,
  [there, back]: readonly [string, string],
  count: number,
): Promise<[there: Paint[], back: Paint[]]> {
  await rests(page);
  await browser.startTracing(page, { categories: ["blink.user_timing", "cc"] });
  for (let turn = 0; turn < count; turn++) {
    for (const key of [there, back]) {
      await page.keyboard.press(key);
      await rests(page);
    }
  }
  const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString(),
  );
  const paints = paintsIn(trace.traceEvents);
  if (paints.length !== 2 * count) {
    throw new Error(`${2 * count} keys were pressed, and the trace tells of ${paints.length}.`);
  }
  return [paints.filter((_, index) => index % 2 === 0), paints.filter((_, index) => index % 2 === 1)];
}

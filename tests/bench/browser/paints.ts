import type { Page } from "@playwright/test";
import { rests } from "../../browser/rests.ts";
import { keyToPaint, type Paint } from "./clocks.ts";

/** Presses two keys by turns, the second undoing the first, and measures both. */
export async function paintsOf(
  page: Page,
  [there, back]: readonly [string, string],
  count: number,
): Promise<[there: Paint[], back: Paint[]]> {
  const paints: [Paint[], Paint[]] = [[], []];
  for (let turn = 0; turn < count; turn++) {
    await rests(page);
    paints[0].push(await keyToPaint(page, there));
    await rests(page);
    paints[1].push(await keyToPaint(page, back));
  }
  return paints;
}

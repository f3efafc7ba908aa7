import type { Page } from "@playwright/test";
import type { Devtools } from "./devtools.ts";

/** Goes to and fro along the line on show by single moves, turning round at its ends. */
async function wander(page: Page, moves: number): Promise<void> {
  await page.evaluate(async (count) => {
    const over = (name: string) =>
      document.querySelector(`[aria-label="${name}"]`)?.getAttribute("aria-disabled") === "true";
    let key = ".";
    for (let move = 0; move < count; move++) {
      if (over("Forward one move")) key = ",";
      else if (over("Back one move")) key = ".";
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      // Every move is drawn; a frame now and then lets the browser tidy up as it would for a reader.
      if (move % 20 === 0) await new Promise(requestAnimationFrame);
      else await Promise.resolve();
    }
    await new Promise(requestAnimationFrame);
  }, moves);
}

/** Moves by which all that is kept of the pictures shown last is that of the same ones. */
const LAST = 64;

/**
 * The heap in bytes after so many moves in all, for each of some counts in ascending order. Each time the last moves are
 * the same, from the start on: pictures have more or fewer marks, and those of the last ones are kept.
 */
export async function heapAfter(
  page: Page,
  devtools: Devtools,
  counts: readonly number[],
): Promise<number[]> {
  const heaps: number[] = [];
  let done = 0;
  for (const count of counts) {
    if (count > 0) {
      await wander(page, Math.max(0, count - done - LAST));
      await page.keyboard.press("Home");
      await wander(page, LAST);
    }
    done = count;
    heaps.push(await devtools.heap());
  }
  return heaps;
}

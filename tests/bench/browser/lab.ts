import type { Page } from "@playwright/test";
import { pushAll } from "../../browser/push-all.ts";

/** Opens the lab of the overwriting ring and pushes until its run has at least so many frames; gives how many. */
export async function labWithFrames(
  page: Page,
  address: string,
  capacity: number,
  frames: number,
): Promise<number> {
  await page.goto("about:blank");
  await page.goto(`${address}#/lab/overwriting-ring-buffer?capacity=${capacity}`);
  const slider = page.getByRole("slider", { name: "Place in your own run" });
  const length = async () => Number(await slider.getAttribute("max"));
  await slider.waitFor();
  // The hand controls come once the picture stands.
  await page.getByLabel("push: item").waitFor();
  for (let pushed = 0, now = 0; now < frames; now = await length()) {
    const left = Math.ceil((frames - now) / 8);
    const items = Array.from({ length: Math.min(left, 400) }, (_, index) => `T${pushed + index}`);
    await pushAll(page, items);
    pushed += items.length;
  }
  return length();
}

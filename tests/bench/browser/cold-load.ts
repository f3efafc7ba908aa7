import type { Browser, Page } from "@playwright/test";
import { installClocks, pictureTime } from "./clocks.ts";

/** The ms from navigation until the picture is painted, each time in a profile that has seen nothing before. */
export async function coldLoads(
  browser: Browser,
  url: string,
  picture: string,
  count: number,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<number[]> {
  const times: number[] = [];
  for (let load = 0; load < count; load++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await installClocks(page, picture);
    await prepare(page);
    const painted = pictureTime(page);
    await page.goto(url, { waitUntil: "commit" });
    times.push(await painted);
    await context.close();
  }
  return times;
}

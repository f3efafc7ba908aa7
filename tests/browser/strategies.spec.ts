import type { Page } from "@playwright/test";
import { Hands } from "./hands.ts";
import { expect, test } from "./test.ts";

const LANES = ["Block", "Drop oldest", "Drop newest", "Sample", "Grow"];

/** What is said of each lane, as numbers: those taken, served, done, lost and waiting in one line. */
async function told(page: Page) {
  const words = (await page.getByRole("status", { name: "What just happened" }).textContent()) ?? "";
  const arrived = Number(words.match(/([\d,]+) jobs? came to each/)?.[1]?.replaceAll(",", ""));
  const load = Number(words.match(/at a load of (\d+) %/)?.[1]);
  const lanes = LANES.map((name) => words.match(new RegExp(`${name}: (.*?)\\.(?= [A-Z]|$)`))?.[1] ?? "");
  return { arrived, load, lanes };
}

const numbered = (text: string | undefined) => Number(text?.replaceAll(",", "") ?? 0);

/** How many jobs a lane accounts for. */
function accounted(lane: string): number {
  const found = [
    lane.match(/([\d,]+) of [\d,]+ slots? taken/)?.[1],
    lane.match(/([\d,]+) done/)?.[1],
    lane.match(/([\d,]+) gave way/)?.[1],
    lane.match(/([\d,]+) sampled away/)?.[1],
    lane.match(/([\d,]+) refused/)?.[1],
    lane.match(/([\d,]+) wait outside/)?.[1],
  ];
  return found.map(numbered).reduce((sum, one) => sum + one, /job \d+ being served/.test(lane) ? 1 : 0);
}

test("the load changes all five lanes, and the same jobs come to each", async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/backpressure-comparison");
  const hands = new Hands(page);
  const slider = page.getByRole("slider", { name: "drag: load" });
  await expect(slider).toHaveValue("150");
  await hands.runFor(1_000);
  const usual = await told(page);
  expect(usual.load).toBe(150);
  expect(usual.lanes.map(accounted)).toEqual(LANES.map(() => usual.arrived));

  await lesson.press("Home");
  await slider.fill("400");
  await slider.blur();
  await expect(slider).toHaveValue("400");
  await hands.runFor(1_000);
  const heavy = await told(page);
  expect(heavy.load).toBe(400);
  expect(heavy.arrived).toBeGreaterThan(2 * usual.arrived);
  expect(heavy.lanes.map(accounted)).toEqual(LANES.map(() => heavy.arrived));
  heavy.lanes.forEach((lane, index) => {
    expect(lane, LANES[index]).not.toBe(usual.lanes[index]);
  });
  const picture = page.getByRole("figure", { name: "Picture", exact: true });
  await expect(picture).toContainText(
    `load 400 % · the same ${heavy.arrived.toLocaleString("en-US")} jobs to each`,
  );
});

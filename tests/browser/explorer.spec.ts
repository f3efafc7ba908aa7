import type { Page } from "@playwright/test";
import type { Lesson } from "./lesson.ts";
import { expect, test } from "./test.ts";

const place = (page: Page, name: string | RegExp) => page.getByRole("treeitem", { name });
const here = (page: Page) => page.getByRole("treeitem", { selected: true });

/** How many operations have been made up to the place on show. */
async function operations(lesson: Lesson): Promise<number> {
  const place = await lesson.place.textContent();
  return Number(place?.match(/^operation (\d+) of/)?.[1]);
}

async function openRace(page: Page, lesson: Lesson, query = "") {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open(`#/lab/thread-race${query}`);
  await lesson.tab("Schedules").click();
  await expect(page.getByRole("heading", { name: "Who moves next?" })).toBeVisible();
}

test("a reader chooses who moves next in the picture and by key, goes back, and chooses another", async ({
  page,
  lesson,
}) => {
  await openRace(page, lesson);
  const picture = page.getByRole("figure", { name: "Picture", exact: true });
  await picture.getByRole("button", { name: /^C0/ }).first().click();
  await expect(here(page)).toHaveAccessibleName("Move 1: C0 moves");
  await lesson.rests();
  await page.getByRole("heading", { name: "Who moves next?" }).click();
  await page.keyboard.press("1");
  await expect(here(page)).toHaveAccessibleName("Move 2: P0 moves");
  await lesson.rests();
  const first = await lesson.picture();

  await page.keyboard.press(",");
  await expect(here(page)).toHaveAccessibleName("Move 1: C0 moves");
  await page.keyboard.press("2");
  await expect(here(page)).toHaveAccessibleName("Move 2: C1 moves");
  await lesson.rests();
  expect(await lesson.picture()).not.toBe(first);

  await place(page, "Move 2: P0 moves").click();
  await expect(here(page)).toHaveAccessibleName("Move 2: P0 moves");
  await lesson.rests();
  expect(await lesson.picture()).toBe(first);
  await page.keyboard.press("ArrowRight");
  await expect(here(page)).toHaveAccessibleName("Move 2: C1 moves");
  await expect(here(page)).toBeFocused();
});

test("the shortest schedule that breaks it is found off the page, and does not break the right code", async ({
  page,
  lesson,
}) => {
  await openRace(page, lesson, "?code=if-not-while");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
  const worker = page.waitForEvent("worker");
  await lesson.button("Find a schedule that breaks it").click();
  await worker;
  const result = page.getByRole("tabpanel").getByRole("status").filter({ hasText: "moves" });
  await expect(result).toHaveText(
    /^The shortest from the start has 16 moves\. At its end C0 fails: .* empty queue\.$/,
  );
  await expect(here(page)).toHaveAccessibleName(/^Move 16: C0 moves, broken/, { timeout: 120_000 });
  await expect(page.getByText("Broken here", { exact: false })).toBeVisible();

  await page.getByRole("combobox", { name: "Code of the queue" }).selectOption("right");
  await expect(page.getByText("The same 16 moves were made.")).toBeVisible();
  await expect(here(page)).toHaveAccessibleName("Move 16: C0 moves");
  await expect(page.getByText("Broken here", { exact: false })).toBeHidden();
});

test("of right code it is said how many schedules there are, and that none fails", async ({
  page,
  lesson,
}) => {
  await openRace(page, lesson);
  await lesson.button("Find a schedule that breaks it").click();
  await expect(page.getByText("None of 5,028 schedules from the start fails; all were tried.")).toBeVisible();
});

test("a run goes on until it is paused, and is set in its middle", async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/producer-consumer");
  await lesson.button("Run for").click();
  await lesson.rests();
  const before = await operations(lesson);
  await lesson.button("Run").click();
  // The run has begun when one of its steps is on show: before that there is nothing of it to set. How many more there
  // are by the time it is paused depends on how busy the machine is.
  await expect.poll(() => operations(lesson)).toBeGreaterThan(before);
  await lesson.button("Pause the run").click();
  await expect(lesson.button("Run")).toBeVisible();
  await lesson.rests();
  const paused = await operations(lesson);
  await page.getByText("Parameters", { exact: true }).click();
  const producers = page.getByRole("textbox", { name: "set: producers" });
  await producers.fill("4");
  await producers.press("Enter");
  await expect(lesson.place).toHaveText(`operation ${paused + 1} of ${paused + 1}`);
  await lesson.rests();
  const four = await lesson.picture();
  await page.keyboard.press("Escape");
  await expect(producers).toBeHidden();
  await lesson.button("Undo").click();
  await expect.poll(() => lesson.picture()).not.toBe(four);
  await lesson.button("Redo").click();
  await expect.poll(() => lesson.picture()).toBe(four);
});

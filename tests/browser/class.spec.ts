import type { Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./test.ts";

const place = (page: Page) => page.getByRole("main").getByText(/^step \d+ of \d+$/);

test("a presentation goes step by step with a clicker, turns black, and leads back to the episode", async ({
  page,
  lesson,
}) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=2");
  await lesson.button("More").click();
  await page.getByRole("link", { name: "Present" }).click();
  await expect(place(page)).toHaveText(/^step 2 of/);
  await lesson.stands();
  await lesson.rests();
  await page.keyboard.press("PageDown");
  await lesson.rests();
  await page.keyboard.press("PageDown");
  await expect(place(page)).toHaveText(/^step 3 of/);
  await expect(page.getByText("T12 is written over T0.")).toBeVisible();
  await lesson.rests();
  await expect(page).toHaveURL(/#\/present\/ring-buffers\/overwrite\?step=3$/);
  await page.keyboard.press("PageUp");
  await expect(place(page)).toHaveText(/^step 2 of/);
  await page.keyboard.press(".");
  await expect(page.getByRole("button", { name: "Show the picture again" })).toBeVisible();
  await page.keyboard.press(".");
  await expect(page.getByRole("button", { name: "Show the picture again" })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/episodes\/ring-buffers\/overwrite\?step=2$/);
  await expect(lesson.place).toHaveText(/^step 2 of/);
});

test("the window with the notes follows the slides, knows the answer, and can move them", async ({
  page,
  lesson,
}) => {
  await lesson.open("#/present/ring-buffers/ring?step=3");
  const opening = page.waitForEvent("popup");
  await page.keyboard.press("s");
  const notes = await opening;
  await expect(notes.getByText(/^step 3 of/)).toBeVisible();
  await expect(notes.getByRole("heading", { name: "Next" })).toBeVisible();
  await notes.getByRole("button", { name: "Next" }).click();
  await notes.getByRole("button", { name: "Next" }).click();
  await expect(place(page)).toHaveText(/^step 4 of/);
  await expect(notes.getByText(/^step 4 of/)).toBeVisible();
  await expect(notes.getByText("The answer is “T0, the oldest”.")).toBeVisible();
  await notes.getByRole("button", { name: "Black" }).click();
  await expect(page.getByRole("button", { name: "Show the picture again" })).toBeVisible();
  expect(await axeFaults(notes)).toEqual([]);
  await page.goto("about:blank");
  await expect(notes.getByText("The presentation has ended.")).toBeVisible();
});

test("a handout has every step’s picture and words, the questions, and the engine’s answers", async ({
  page,
}) => {
  await page.goto("./#/handout/ring-buffers/overwrite");
  await expect(page.getByRole("heading", { level: 1, name: "When old data must die" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Answers" })).toBeVisible();
  const pictures = page.locator(".handout .stage");
  expect(await pictures.count()).toBe(18);
  for (const picture of await pictures.all())
    expect(await picture.locator(".mark").count()).toBeGreaterThan(3);
  await expect(page.getByText("T12 is written over T0.")).toBeVisible();
  await page.getByLabel("with answers").uncheck();
  await expect(page.getByRole("heading", { name: "Answers" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Questions" })).toBeVisible();
  // On paper the pages hold all of it, and nothing but it.
  const paper = await page.pdf({ format: "A4" });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(5);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`presentation and handout are accessible, ${colorScheme}`, async ({ page, lesson }) => {
    await page.emulateMedia({ colorScheme });
    for (const mode of ["present", "handout"]) {
      await lesson.page.goto(`./#/${mode}/ring-buffers/overwrite`);
      await expect(page.locator(".stage .mark").first()).toBeAttached();
      await lesson.rests();
      expect(await axeFaults(page, { colorScheme }), mode).toEqual([]);
    }
  });
}

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const QUESTION = "P0 is about to put the first item. Then it wakes one of the three. Which one?";
const question = (page: Page) => page.getByRole("region", { name: QUESTION });
const thread = (page: Page, name: string): Locator =>
  page
    .getByRole("figure", { name: "Picture", exact: true })
    .getByRole("button", { name: new RegExp(`^${name}\\b`) });

test.beforeEach(async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/episodes/ring-buffers/producers-consumers?step=2");
  await lesson.press("Shift+ArrowRight");
  await expect(question(page)).toBeVisible();
  await lesson.rests();
});

test("which thread is woken is answered by choosing it in the picture", async ({ page, lesson }) => {
  await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
  await thread(page, "C0").click();
  await expect(question(page).getByRole("radio", { name: "C0" })).toBeChecked();
  await lesson.button("Check").click();
  await expect(question(page).getByRole("status")).toHaveText(
    "Right. The answer is C0. Here waiters are woken first come, first served, which not every library promises. C0 has waited longest.",
  );
  await lesson.button("Show me why").click();
  await expect(lesson.place).toHaveText(/^step 3 of/);
  await expect(thread(page, "C0")).toHaveAccessibleName(/was woken/);
});

test("which thread is woken is answered from the keyboard, in the picture", async ({ page, lesson }) => {
  await thread(page, "P0").focus();
  await lesson.press("End");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^C2, waits on notEmpty/);
  await lesson.press("ArrowLeft");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^C1, waits on notEmpty/);
  await lesson.press("Enter");
  await expect(question(page).getByRole("radio", { name: "C1" })).toBeChecked();
  await lesson.button("Check").press("Enter");
  await expect(question(page).getByRole("status")).toHaveText(
    /^Not quite\. You said C1\. The answer is C0\./,
  );
});

test("which thread is woken is answered from the keyboard, in the list", async ({ page, lesson }) => {
  await question(page).getByRole("radio", { name: "P0" }).focus();
  await lesson.press("ArrowDown", "ArrowDown");
  await expect(question(page).getByRole("radio", { name: "C0" })).toBeChecked();
  await lesson.press("Enter");
  await expect(question(page).getByText("Right.")).toBeVisible();
});

test("which thread is woken is answered by the number of its place in the list", async ({ page, lesson }) => {
  await lesson.press("3");
  await expect(question(page).getByRole("radio", { name: "C0" })).toBeChecked();
  await lesson.press("Enter");
  await expect(question(page).getByText("Right.")).toBeVisible();
});

import { expect, test } from "./test.ts";

const QUESTION = "One more trade arrives. Where will tail point?";

test.beforeEach(async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=2");
  await expect(page.getByRole("heading", { name: QUESTION })).toBeHidden();
  await lesson.press("Shift+ArrowRight");
  await expect(page.getByRole("heading", { name: QUESTION })).toBeVisible();
  await lesson.rests();
});

test("a question is answered by clicking a slot of the picture", async ({ page, lesson }) => {
  await page.getByRole("button", { name: /^slot 1\b/i }).click();
  await lesson.button("Check").click();
  await expect(page.getByText("Right.")).toBeVisible();
  await expect(page.getByText(/The answer is .*1/)).toBeVisible();
});

test("a question is answered from the keyboard, in the picture", async ({ page, lesson }) => {
  await page.getByRole("button", { name: /^slot 0\b/i }).focus();
  await lesson.press("ArrowRight");
  await expect(page.getByRole("button", { name: /^slot 1\b/i })).toBeFocused();
  await lesson.press("Enter");
  await expect(page.getByRole("textbox", { name: "Slot" })).toHaveValue("1");
  await page.getByRole("textbox", { name: "Slot" }).press("Enter");
  await expect(page.getByText("Right.")).toBeVisible();
});

test("a wrong answer is told kindly, and the engine shows what is right", async ({ page, lesson }) => {
  await page.getByRole("textbox", { name: "Slot" }).fill("7");
  await lesson.press("Enter");
  await expect(page.getByText("Not quite.")).toBeVisible();
  await lesson.button("Show me why").click();
  await expect(lesson.place).toHaveText(/^step 3 of/);
});

test("a choice is answered and its reply survives coming back", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/ring?step=4");
  // Until its chapter has come, the page stays at the one before.
  await expect(lesson.place).toHaveText(/^step 4 of/);
  await lesson.press("Shift+ArrowRight");
  await page.getByRole("radio", { name: "T2, the newest" }).check();
  await lesson.button("Check").click();
  await expect(page.getByText("Not quite.")).toBeVisible();
  await lesson.button("Go to step 1").click();
  await expect(lesson.place).toHaveText(/^step 1 of/);
  await page.reload();
  await expect(page.getByText("Not quite.")).toBeVisible();
});

import { expect, test } from "./test.ts";

test("a reader takes over in the middle of an episode, undoes, redoes, and goes back to it", async ({
  page,
  lesson,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/episodes/ring-buffers/overwrite?step=5");
  await lesson.rests();
  const episode = await lesson.picture();
  const step = await lesson.place.textContent();

  await lesson.button("push").click();
  await expect.poll(() => lesson.picture()).not.toBe(episode);
  const pushed = await lesson.picture();
  await lesson.button("pop").click();
  await expect.poll(() => lesson.picture()).not.toBe(pushed);
  const popped = await lesson.picture();

  await lesson.button("Undo").click();
  await expect.poll(() => lesson.picture()).toBe(pushed);
  await lesson.button("Redo").click();
  await expect.poll(() => lesson.picture()).toBe(popped);
  await lesson.button("Undo").click();
  await lesson.button("Undo").click();
  await expect(lesson.button("Undo")).toHaveAttribute("aria-disabled", "true");

  await lesson.button("Back to the episode").click();
  await expect(lesson.place).toHaveText(step ?? "");
  await expect.poll(() => lesson.picture()).toBe(episode);
});

test("arguments are checked as they are typed, with words that say what is allowed", async ({
  page,
  lesson,
}) => {
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=5");
  await lesson.rests();
  const before = await lesson.picture();
  const field = page.getByRole("textbox", { name: "recent: n" });
  await field.fill("-1");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/^n .*0/);
  // It says that it is disabled; what happens if it is pressed all the same?
  await lesson.button("recent").click({ force: true });
  await lesson.rests();
  expect(await lesson.picture()).toBe(before);
});

test("what was done stands in the log, and each line leads to its place", async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/ring-buffer?capacity=4");
  for (let count = 0; count < 4; count++) await lesson.button("push").click();
  await lesson.tab("Log").click();
  const log = page.getByRole("tabpanel");
  await expect(log.getByRole("listitem")).toHaveCount(4);
  await log.getByRole("listitem").first().getByRole("button").click();
  await expect(lesson.place).toHaveText("operation 1 of 4");
  const one = await lesson.picture();
  await lesson.press("ArrowRight", "ArrowRight", "ArrowRight");
  await expect(lesson.place).toHaveText("operation 4 of 4");
  await lesson.press("ArrowLeft", "ArrowLeft", "ArrowLeft");
  await expect(lesson.place).toHaveText("operation 1 of 4");
  await expect.poll(() => lesson.picture()).toBe(one);
});

test("pointing at a slot lights its cell on the tape", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
  await lesson.rests();
  await page
    .locator("[data-pane=ring]")
    .getByRole("img", { name: /^slot 3\b/i })
    .hover();
  await expect(page.locator("[data-pane=tape] .lit").first()).toBeAttached();
  await page.mouse.move(2, 2);
  await expect(page.locator(".lit[data-key]")).toHaveCount(0);
});

import { expect, test } from "./test.ts";

test("a chapter plays to its end, and steps lead back to its first picture", async ({ page, lesson }) => {
  test.setTimeout(180_000);
  await lesson.open("#/episodes/ring-buffers/overwrite");
  await lesson.rests();
  const first = await lesson.picture();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
  await lesson.button("Play").click();
  await expect(lesson.button("Pause")).toBeVisible();

  const [, last] = ((await lesson.place.textContent()) ?? "").split(" of ");
  const end = `step ${last} of ${last}`;
  const skip = lesson.button("Skip");
  // Play waits at every question; a reader who skips it goes on.
  await expect(async () => {
    if (await skip.isVisible()) await skip.click();
    await expect(lesson.place).toHaveText(end, { timeout: 500 });
    await expect(lesson.button("Play")).toBeVisible({ timeout: 500 });
    await expect(lesson.button("Forward one move")).toHaveAttribute("aria-disabled", "true", {
      timeout: 500,
    });
  }).toPass({ timeout: 150_000 });
  expect(await lesson.picture()).not.toBe(first);

  await expect(async () => {
    await lesson.press("Shift+ArrowLeft");
    await expect(lesson.place).toHaveText(`step 1 of ${last}`, { timeout: 200 });
    await expect(lesson.button("Back one move")).toHaveAttribute("aria-disabled", "true", { timeout: 200 });
  }).toPass();
  await expect.poll(() => lesson.picture()).toBe(first);
});

test("play stops in mid-flight and goes on from there", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=3");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("0.25");
  const before = await lesson.picture();
  await lesson.button("Play").click();
  await expect.poll(() => lesson.picture(), { timeout: 45_000 }).not.toBe(before);
  await lesson.press("Space");
  await expect(lesson.button("Play")).toBeVisible();
  const paused = await lesson.picture();
  await lesson.rests();
  expect(await lesson.picture()).toBe(paused);
  await lesson.press("Space");
  await expect.poll(() => lesson.picture()).not.toBe(paused);
});

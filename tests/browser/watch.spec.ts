import { expect, test } from "./test.ts";

for (const chapter of ["overwrite", "producers-consumers", "backpressure"]) {
  test(`“${chapter}” plays to its end, which looks the same however one comes there, and steps lead back`, async ({
    page,
    lesson,
  }) => {
    // Time goes as fast as the page paints: every frame is drawn, and none is waited for.
    await page.clock.install();
    await lesson.open(`#/episodes/ring-buffers/${chapter}`);
    await lesson.rests();
    const first = await lesson.picture();
    const [, last] = ((await lesson.place.textContent()) ?? "").split(" of ");
    const isOver = async (button: string) =>
      (await lesson.button(button).getAttribute("aria-disabled")) === "true";

    await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
    await lesson.button("Play").click();
    await expect(lesson.button("Pause")).toBeVisible();
    const skip = lesson.button("Skip");
    // Play waits at every question; a reader who skips it goes on.
    while (!(await isOver("Forward one move"))) {
      // Not with a click, which waits for frames of the browser's own clock.
      if (await skip.isVisible()) await skip.press("Enter");
      await page.clock.runFor(1_000);
    }
    await expect(lesson.place).toHaveText(`step ${last} of ${last}`);
    await expect(lesson.button("Play")).toBeVisible();
    const played = await lesson.picture();
    expect(played).not.toBe(first);

    while (!(await isOver("Back one move"))) await lesson.press("Shift+ArrowLeft");
    await expect(lesson.place).toHaveText(`step 1 of ${last}`);
    await expect.poll(() => lesson.picture()).toBe(first);
    await lesson.press("End");
    await expect(lesson.place).toHaveText(`step ${last} of ${last}`);
    await expect.poll(() => lesson.picture()).toBe(played);

    // A page that has shown nothing before.
    await page.reload();
    await lesson.stands();
    await expect(lesson.place).toHaveText(`step ${last} of ${last}`);
    await lesson.press("Shift+ArrowRight");
    await expect.poll(() => lesson.picture()).toBe(played);
  });
}

test("play stops in mid-flight and goes on from there", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=3");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("0.25");
  // Within a step there is nothing to read first.
  await lesson.press(".");
  await lesson.rests();
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

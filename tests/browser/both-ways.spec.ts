import { expect, test } from "./test.ts";

for (const chapter of ["ring", "overwrite"]) {
  test(`every move of “${chapter}” shows the same on the way there and on the way back`, async ({
    page,
    lesson,
  }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await lesson.open(`#/episodes/ring-buffers/${chapter}`);
    await lesson.tab("State").click();
    await expect(page.getByRole("tabpanel")).toContainText("totalWritten");
    await lesson.rests();
    const there = await lesson.walk(".", "Forward one move");
    const back = await lesson.walk(",", "Back one move");
    expect(there.length).toBeGreaterThan(100);
    expect(back.toReversed()).toEqual(there);
  });
}

for (const chapter of ["producers-consumers", "backpressure"]) {
  test(`every step of “${chapter}” shows the same on the way there and on the way back`, async ({
    page,
    lesson,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await lesson.open(`#/episodes/ring-buffers/${chapter}`);
    await lesson.tab("State").click();
    await expect(page.getByRole("tabpanel")).toContainText("time");
    // Arrow keys belong to the tabs while the focus is there.
    await page.getByRole("heading", { level: 1 }).click();
    await lesson.rests();
    const walk = async (key: string, button: string) => {
      const places = [await page.evaluate(() => window.shown())];
      while ((await lesson.button(button).getAttribute("aria-disabled")) !== "true") {
        await lesson.press(key);
        await lesson.rests();
        places.push(await page.evaluate(() => window.shown()));
      }
      return places;
    };
    const there = await walk("Shift+ArrowRight", "Forward one move");
    const back = await walk("Shift+ArrowLeft", "Back one move");
    expect(there.length).toBeGreaterThan(15);
    expect(back.toReversed()).toEqual(there);
  });
}

test("operations by hand lead to the same places both ways", async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=5");
  await lesson.tab("State").click();
  await expect(page.getByRole("tabpanel")).toContainText("totalWritten");
  for (let count = 0; count < 8; count++) await lesson.button("push").click();
  const shown = async () => {
    await lesson.rests();
    return page.evaluate(() => window.shown());
  };
  const back = [await shown()];
  for (let count = 0; count < 8; count++) {
    await lesson.press("ArrowLeft");
    back.push(await shown());
  }
  await expect(lesson.button("Back one move")).toHaveAttribute("aria-disabled", "true");
  const there = [await shown()];
  for (let count = 0; count < 8; count++) {
    await lesson.press("ArrowRight");
    there.push(await shown());
  }
  expect(there.toReversed()).toEqual(back);
});

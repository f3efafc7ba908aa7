import { expect, test } from "./test.ts";

const ROUTE = "#/episodes/ring-buffers/overwrite?step=3";

test("speed and theme survive a reload", async ({ page, lesson }) => {
  await lesson.open(ROUTE);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await expect(async () => {
    await page.getByRole("button", { name: /^Theme: / }).click();
    await expect(page.getByRole("button", { name: "Theme: dark" })).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await paper()).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await lesson.stands();
  await expect(page.getByRole("combobox", { name: "Speed" })).toHaveValue("2");
  await expect.poll(paper).toBe(dark);
});

for (const [name, broken] of Object.entries({
  "no JSON": "{",
  "another shape": '{"version":1,"speed":{"a":[1]},"theme":7,"answers":"x"}',
  "a version to come": '{"version":999,"speed":"fast"}',
  nothing: "null",
})) {
  test(`a store with ${name} in it is started afresh`, async ({ page, lesson }) => {
    await lesson.open(ROUTE);
    await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
    await page.evaluate((text) => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
    }, broken);
    await page.reload();
    await lesson.stands();
    await expect(lesson.place).toHaveText(/^step 3 of/);
    await expect(page.getByRole("combobox", { name: "Speed" })).toHaveValue("1");
  });
}

test("without a store the page works, and forgets", async ({ page, lesson }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Storage is off.", "SecurityError");
      },
    });
  });
  await lesson.open(ROUTE);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
  await lesson.press("Shift+ArrowRight", "Shift+ArrowRight");
  await expect(lesson.place).toHaveText(/^step 4 of/);
});

test("with reduced motion every change is there at once", async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=5");
  const [first, ...later] = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>("[aria-label='push: item']");
    input?.form?.requestSubmit();
    const seen: string[] = [];
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame);
      seen.push(window.shown().picture);
    }
    return seen;
  });
  expect(first).toContain("holds");
  for (const picture of later) expect(picture).toBe(first);
});

test("a paused page asks for no frames", async ({ page, lesson }) => {
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      document.documentElement.dataset.asked = String(
        Number(document.documentElement.dataset.asked ?? 0) + 1,
      );
      return ask(callback);
    };
  });
  await lesson.open(ROUTE);
  await lesson.rests();
  const asked = () => page.evaluate(() => Number(document.documentElement.dataset.asked));
  await page.evaluate(() => document.fonts.ready);
  const before = await asked();
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
  expect(await asked()).toBe(before);
});

import { test as base } from "@playwright/test";
import { Lesson } from "./lesson.ts";
import { expect, test } from "./test.ts";

const OVERWRITE = /\/07-overwrite-[\w-]{8}\.js$/;
const RING = /\/07-ring-[\w-]{8}\.js$/;

test("a chapter comes without the others", async ({ page, lesson }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await lesson.open("#/episodes/ring-buffers/overwrite");
  await lesson.rests();
  expect(asked.filter((url) => OVERWRITE.test(url))).toHaveLength(1);
  expect(asked.filter((url) => RING.test(url))).toHaveLength(0);
});

test("the next chapter is sent for while the reader is still in this one", async ({ page, lesson }) => {
  const sent = page.waitForRequest(OVERWRITE);
  await lesson.open("#/episodes/ring-buffers/ring");
  await sent;
  await expect(page.getByRole("heading", { level: 1, name: "The ring" })).toBeVisible();
});

test("links and the browser's buttons lead from chapter to chapter", async ({ page, lesson }) => {
  const title = (name: string) => page.getByRole("heading", { level: 1, name });
  await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
  await page.evaluate(() => {
    location.hash = "#/episodes/ring-buffers/ring?step=3";
  });
  await expect(title("The ring")).toBeVisible();
  await expect(lesson.place).toHaveText(/^step 3 of \d+$/);
  await page.goBack();
  await expect(title("When old data must die")).toBeVisible();
  await expect(lesson.place).toHaveText(/^step 4 of \d+$/);
  await page.goForward();
  await expect(title("The ring")).toBeVisible();
});

for (const width of [768, 1024]) {
  test(`every chapter's name is read whole, and nothing moves with the chapter on show, at ${width} px`, async ({
    page,
    lesson,
  }) => {
    await page.setViewportSize({ width, height: 1024 });
    const bar = page.getByRole("navigation", { name: "Chapters" });
    const segments = () =>
      bar.getByRole("button").evaluateAll((buttons) =>
        buttons.map((button) => {
          const { left, right, top } = button.getBoundingClientRect();
          return { name: button.textContent, left, right, top, cut: button.scrollWidth - button.clientWidth };
        }),
      );
    await lesson.open("#/episodes/ring-buffers/ring");
    await lesson.rests();
    const first = await segments();
    expect(first.filter(({ cut, right }) => cut > 0 || right > width)).toEqual([]);
    await lesson.open("#/episodes/ring-buffers/producers-consumers");
    await lesson.rests();
    expect(await segments()).toEqual(first);
  });
}

// Here the console does tell of an error: the one that the test is about.
base("a chapter that cannot be loaded is told of, and comes when it is tried again", async ({ page }) => {
  const lesson = new Lesson(page);
  let offline = true;
  await page.route(OVERWRITE, (route) => (offline ? route.abort() : route.continue()));
  const refused = page.waitForEvent("requestfailed");
  await lesson.open("#/episodes/ring-buffers/ring?step=2");
  await refused;
  await lesson.press("PageDown");
  const told = page.getByRole("alert");
  await expect(told).toContainText("“When old data must die” could not be loaded.");
  await expect(lesson.place).toHaveText(/^step 2 of \d+$/);
  expect(page.url()).toContain("ring?step=2");
  await told.getByRole("button", { name: "Try again" }).click();
  await expect(told).toContainText("could not be loaded");
  offline = false;
  await told.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "When old data must die" })).toBeVisible();
  await expect(told).toBeHidden();
});

test("while its chapter is late, a page sends for nothing that nobody waits for", async ({
  page,
  lesson,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  let arrive = () => {};
  const coming = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(OVERWRITE, async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto("./#/episodes/ring-buffers/overwrite");
  const idle = () => page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  for (let rest = 0; rest < 5; rest++) await idle();
  const later = /(question|hand-controls|code-panel|update-notice|dropped-run)-[^/]*\.js$/;
  expect(asked.filter((url) => later.test(url))).toEqual([]);
  arrive();
  await lesson.stands();
  await expect(lesson.button("push")).toBeVisible();
  expect(asked.some((url) => later.test(url))).toBe(true);
});

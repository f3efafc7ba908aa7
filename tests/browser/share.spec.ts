import type { Browser, Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { Hands } from "./hands.ts";
import { Lesson } from "./lesson.ts";
import { teachShown } from "./shown.ts";
import { expect, test } from "./test.ts";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Share" });
const addressIn = (page: Page) => page.getByRole("textbox", { name: "Address" });

/** What a reader sees of a moment. */
async function seen(page: Page) {
  const lesson = new Lesson(page);
  await lesson.tab("State").click();
  await lesson.rests();
  await expect(page.locator("[role=tabpanel] .fields")).toBeVisible();
  return page.evaluate(() => window.shown());
}

async function fingerprint(page: Page): Promise<string> {
  await page.keyboard.press("k");
  const text = await dialogOf(page).locator("code").innerText();
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toHaveCount(0);
  return text;
}

/** Copy the link that the dialog offers first, as a reader would. */
async function copyLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  await dialogOf(page).getByRole("button", { name: "Copy link" }).click();
  await expect(dialogOf(page).getByRole("status")).toHaveText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await addressIn(page).inputValue());
  await dialogOf(page).getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
  return link;
}

/** A colleague opens the link: another browser, which remembers nothing. */
async function colleague(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await teachShown(page);
  await page.goto(link);
  await new Lesson(page).stands();
  await new Lesson(page).rests();
  return page;
}

test.beforeEach(async ({ context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test("a self-made disaster in the producer–consumer lab is that very moment for a colleague", async ({
  page,
  lesson,
  browser,
}) => {
  await lesson.open("#/lab/producer-consumer?capacity=3&consumers=2");
  const hands = new Hands(page);
  await hands.runFor(25);
  await hands.do("kill", { thread: "C1" }, "One thread");
  await hands.set("producers", "4");
  await hands.runFor(15);
  for (let count = 0; count < 3; count++) {
    await lesson.press("1");
    await lesson.rests();
  }
  await lesson.press(",");
  const here = await seen(page);
  const link = await copyLink(page);
  expect(link).toMatch(
    /#\/lab\/producer-consumer\?.*kill\+C1.*set\+producers\+4.*pick\+.*&at=\d+.*&tab=state/,
  );

  const other = await colleague(browser, link);
  expect(await seen(other)).toEqual(here);
  expect(await fingerprint(other)).toBe(await fingerprint(page));
  await expect(other.locator(".notice")).toHaveCount(0);
  await other.context().close();
});

test("a run taken over from an episode keeps its episode, and the way back to it", async ({
  page,
  lesson,
  browser,
}) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=3");
  await lesson.press("Shift+ArrowRight");
  await lesson.button("push").click();
  await lesson.button("pop").click();
  await lesson.button("Back one move").click();
  const here = await seen(page);
  const link = await copyLink(page);
  expect(link).toMatch(
    /#\/episodes\/ring-buffers\/overwrite\?step=\d+&move=\d+&do=push\+\w+;\+pop&at=\d+&tab=state/,
  );

  const other = await colleague(browser, link);
  expect(await seen(other)).toEqual(here);
  expect(await fingerprint(other)).toBe(await fingerprint(page));
  for (const each of [page, other]) {
    await each.getByRole("button", { name: "Back to the episode" }).click();
    await new Lesson(each).rests();
  }
  expect(await seen(other)).toEqual(await seen(page));
  await expect(new Lesson(other).place).toHaveText(/^step \d+ of \d+$/);
  await other.context().close();
});

test("a cluster in trouble is that very moment for a colleague", async ({ page, lesson, browser }) => {
  await lesson.open("#/lab/distributed-log?partitions=2");
  await lesson.button("Run for").click();
  await lesson.rests();
  for (let count = 0; count < 6; count++) await lesson.press(".");
  await lesson.press(",");
  const here = await seen(page);
  const link = await copyLink(page);
  const other = await colleague(browser, link);
  expect(await seen(other)).toEqual(here);
  expect(await fingerprint(other)).toBe(await fingerprint(page));
  await other.context().close();
});

test("a moment in the middle of a step is found again", async ({ page, lesson, browser }) => {
  await lesson.open("#/episodes/ring-buffers/producers-consumers?step=6");
  for (let count = 0; count < 5; count++) await lesson.press(".");
  const here = await seen(page);
  const other = await colleague(browser, await copyLink(page));
  expect(await seen(other)).toEqual(here);
  await other.context().close();
});

for (const [query, words] of [
  ["step=4&v=9&do=push+A", "newer version of this site"],
  ["step=4&z=1abcdefghijkl", "cut short or changed"],
  ["step=4&move=1e9", "move must be a whole number"],
  ["step=4&do=push+%3Cimg+src=x+onerror=alert(1)%3E", "Line 1 of the run"],
  ["step=4&__proto__=1&constructor=2", "A link to a step has no"],
] as const) {
  test(`${query} is told of, and the step is shown`, async ({ page, lesson }) => {
    await lesson.open(`#/episodes/ring-buffers/overwrite?${query}`);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(page.locator(".stage .mark").first()).toBeAttached();
    await expect(page.locator("img")).toHaveCount(0);
    await lesson.rests();
  });
}

test("a lab link of a newer version opens the lab", async ({ page, lesson }) => {
  await lesson.open("#/lab/producer-consumer?v=2&capacity=3&do=run+9+ms");
  await expect(page.getByRole("status").filter({ hasText: "newer version" })).toBeVisible();
  await expect(lesson.button("Undo")).toHaveAttribute("aria-disabled", "true");
});

test("a link to a run of 200,000 moves opens, and the page stays responsive", async ({ page }) => {
  await page.goto("./#/lab/producer-consumer?do=run+199999+steps");
  await expect(page.getByText("Running to the moment of this link …")).toBeVisible();
  await expect(page.locator(".stage .mark").first()).toBeAttached({ timeout: 120_000 });
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("everything can be done from the keyboard", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
  await lesson.press("k");
  await expect(dialogOf(page)).toBeVisible();
  const address = () => addressIn(page).inputValue();
  expect(await address()).toMatch(/overwrite\?step=4&sum=[0-9a-f]{8}$/);
  await page.getByRole("radio", { name: /^This moment/ }).focus();
  await lesson.press("ArrowDown");
  expect(await address()).toMatch(/overwrite$/);
  await lesson.press("ArrowDown");
  expect(await address()).toMatch(/ring-buffers$/);
  await lesson.press("Tab", "Tab");
  await expect(dialogOf(page).getByRole("button", { name: "Copy link" })).toBeFocused();
  await lesson.press("Enter");
  await expect(dialogOf(page).getByRole("status")).toHaveText("Link copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await address());
  await lesson.press("Escape");
  await expect(dialogOf(page)).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with the dialog in the ${colorScheme}`, async ({ page, lesson }) => {
    await page.emulateMedia({ colorScheme });
    await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
    await lesson.press("k");
    await expect(dialogOf(page).getByRole("img")).toBeVisible();
    expect(await axeFaults(page, { colorScheme })).toEqual([]);
  });
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 640, height: 400 },
  { width: 320, height: 568 },
]) {
  test(`the header and the dialog fit ${viewport.width}×${viewport.height}`, async ({ page, lesson }) => {
    await page.setViewportSize(viewport);
    await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
    const inside = async (selector: string) => {
      const boxes = await page
        .locator(selector)
        .evaluateAll((elements) =>
          elements.map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0),
        );
      expect(boxes.length).toBeGreaterThan(0);
      for (const { left, right } of boxes) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(viewport.width);
      }
      return boxes;
    };
    const boxes = await inside(".header a, .header button:not(.skip)");
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        expect(box.right <= other.left || other.right <= box.left).toBe(true);
      }
    }
    await page.getByRole("button", { name: "Share" }).click();
    await expect(dialogOf(page).getByRole("img")).toBeVisible();
    await inside(".share, .share button, .share input, .share svg");
    expect(await dialogOf(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
      0,
    );
  });
}

import { test as base, type Page } from "@playwright/test";
import { expect, test } from "./test.ts";

interface Seen {
  /** Where the picture stands on the page, in whole px. */
  readonly place: string;
  /** Every shape and text in it. */
  readonly shapes: readonly string[];
  readonly theme: string | undefined;
}

declare global {
  interface Window {
    /** How the picture is now. */
    seePicture: () => Seen;
    /** Where it was when there was one for the first time. */
    readonly firstPlace: string;
    /** How each was that stood before the page had come. */
    readonly openings: Seen[];
    /** How often there was no picture after there had been one. */
    readonly gaps: number;
  }
}

/** Has a page note what is painted before its app has come. */
async function noteOpenings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const openings: Seen[] = [];
    let gaps = 0;
    let before: Element | null = null;
    window.seePicture = () => {
      const svg = document.querySelector(".stage") as SVGSVGElement;
      const { x, y, width, height } = svg.getBoundingClientRect();
      const leaves = [...svg.querySelectorAll("path, rect, circle, line, text, .mark")];
      return {
        place: [x, y, width, height].map(Math.round).join(" "),
        shapes: leaves.map((leaf) => {
          const drawn = leaf.cloneNode(true) as Element;
          for (const name of ["tabindex", "role", "aria-label"]) drawn.removeAttribute(name);
          const written = [...drawn.attributes].map(({ name, value }) => `${name}=${value}`).sort();
          return `${drawn.tagName} ${written.join(" ")} ${drawn.textContent}`;
        }),
        theme: document.documentElement.dataset.theme,
      };
    };
    Object.assign(window, { openings });
    Object.defineProperty(window, "gaps", { get: () => gaps });
    new MutationObserver(() => {
      const svg = document.querySelector(".stage:has(.mark)");
      if (svg === before) return;
      if (svg !== null && before === null) Object.assign(window, { firstPlace: window.seePicture().place });
      if (svg === null) gaps += 1;
      else if (svg.closest(".bare-page")) openings.push(window.seePicture());
      before = svg;
    }).observe(document, { childList: true, subtree: true });
  });
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 640, height: 400 },
];
const CHAPTERS = ["ring", "overwrite", "producers-consumers", "partitioned-log", "backpressure"];

/** The picture is there before the page, once, and the page puts the same one in its place. */
async function expectTheSame(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  const [openings, gaps, shown] = await page.evaluate(
    () => [window.openings, window.gaps, window.seePicture()] as const,
  );
  expect(openings).toEqual([shown]);
  expect(shown.shapes.length).toBeGreaterThan(5);
  expect(gaps).toBe(0);
}

for (const viewport of SIZES) {
  test(`at ${viewport.width}×${viewport.height} every chapter's picture is there before its page, and stays`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await noteOpenings(page);
    for (const chapter of CHAPTERS) {
      await page.goto(`./#/episodes/ring-buffers/${chapter}`);
      await page.reload();
      await expectTheSame(page);
    }
  });
}

test("so it is for a step in the middle, and in the reader's own theme and text size", async ({ page }) => {
  await noteOpenings(page);
  await page.goto("./#/episodes/ring-buffers/overwrite");
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: /^Text size/ }).click();
  const { theme, textSize } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  expect(theme).not.toBeUndefined();
  expect(textSize).not.toBe("normal");
  await page.goto("./#/episodes/ring-buffers/partitioned-log?step=9");
  await page.reload();
  await expectTheSame(page);
  expect(await page.evaluate(() => window.openings[0]?.theme)).toBe(theme);
});

test("what shows no player opens with no picture", async ({ page }) => {
  await noteOpenings(page);
  for (const route of ["#/", "#/handout/ring-buffers/overwrite", "#/episodes/trees"]) {
    await page.goto(`./${route}`);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    expect(await page.evaluate(() => window.openings)).toEqual([]);
  }
});

for (const viewport of [
  { width: 640, height: 400 },
  { width: 390, height: 700 },
  { width: 768, height: 900 },
]) {
  test(`in a frame of ${viewport.width}×${viewport.height} the picture keeps the place in which it is first seen`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    // Words in another type are higher: what a late font does is not what this is about.
    await page.route(/assets\/player-/, async (route) => {
      await page.waitForFunction(() => {
        const fonts = [...document.fonts];
        return fonts.length > 0 && fonts.every(({ status }) => status === "loaded" || status === "error");
      });
      await route.continue();
    });
    await noteOpenings(page);
    for (const chapter of CHAPTERS) {
      await page.goto("about:blank");
      await page.goto(`./embed.html#/episodes/ring-buffers/${chapter}`);
      await expect(page.getByRole("status", { name: "What just happened" })).toBeAttached();
      const [first, shown] = await page.evaluate(() => [window.firstPlace, window.seePicture()] as const);
      expect(shown.place, chapter).toBe(first);
    }
  });
}

// Here the console does tell of an error: the one that the test is about.
for (const page of ["index.html", "embed.html"]) {
  base(`${page} says so when its scripts cannot be loaded`, async ({ page: tab }) => {
    let offline = true;
    await tab.route(/assets\/player-/, (route) => (offline ? route.abort() : route.continue()));
    await tab.goto(`./${page}#/episodes/ring-buffers/overwrite`);
    const told = tab.getByRole("alert");
    await expect(told).toContainText("This page could not be loaded");
    offline = false;
    await told.getByRole("button", { name: "Try again" }).click();
    await expect(tab.getByRole("button", { name: "Play" })).toBeVisible();
    await expect(told).toBeHidden();
  });
}

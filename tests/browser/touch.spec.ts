import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** Draw a finger over the screen from one point to another. */
async function swipe(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await send("touchStart", [from]);
  for (let part = 1; part <= 8; part++) {
    const share = part / 8;
    await send("touchMove", [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
  }
  await send("touchEnd", []);
  await devtools.detach();
}

async function middleOf(target: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

test("a finger plays, pauses, steps, and answers in the picture", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite");
  await lesson.button("Play").tap();
  await expect(lesson.button("Pause")).toBeVisible();
  await lesson.button("Pause").tap();
  await expect(lesson.button("Play")).toBeVisible();
  await lesson.button("Go to step 2").tap();
  await expect(lesson.place).toHaveText(/^step 2 of/);
  await expect(
    page.getByRole("heading", { name: "One more trade arrives. Where will tail point?" }),
  ).toBeVisible();
  await lesson.rests();
  await page.getByRole("button", { name: /^slot 1\b/i }).tap();
  await lesson.button("Check").tap();
  await expect(page.getByText("Right.")).toBeVisible();
  await lesson.button("Next step").tap();
  await expect(lesson.place).toHaveText(/^step 3 of/);
});

test("a finger drawn along the scrubber goes through the chapter, and one drawn over the words scrolls them", async ({
  page,
  lesson,
}) => {
  await lesson.open("#/episodes/ring-buffers/overwrite");
  await lesson.rests();
  const scrubber = page.getByRole("slider", { name: "Place in the chapter" });
  const { x, y, width } = await middleOf(scrubber);
  const first = await lesson.picture();
  await swipe(page, { x: x - width / 2 + 8, y }, { x: x + width / 4, y });
  await expect(lesson.place).not.toHaveText(/^step 1 of/);
  await lesson.rests();
  expect(await lesson.picture()).not.toBe(first);
  const at = await lesson.place.textContent();
  await swipe(page, { x: x + width / 4, y }, { x: x - width / 2, y });
  await expect(lesson.place).toHaveText(/^step 1 of/);
  expect(at).not.toMatch(/^step 1 of/);

  const words = page.getByRole("tabpanel");
  const scrolled = () => words.evaluate((panel) => panel.scrollTop);
  await lesson.rests();
  const before = await scrolled();
  const panel = await middleOf(words);
  await swipe(page, { x: panel.x, y: panel.y + 80 }, { x: panel.x, y: panel.y - 80 });
  await expect.poll(scrolled).toBeGreaterThan(before);
  await expect(lesson.place).toHaveText(/^step 1 of/);
});

test("a finger runs operations by hand and chooses who moves next", async ({ page, lesson }) => {
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=3");
  await lesson.tab("By hand").tap();
  await lesson.button("push").tap();
  await expect(lesson.place).toHaveText("operation 1 of 1");
  await lesson.button("Undo").tap();
  await expect(lesson.place).toBeHidden();

  await lesson.open("#/lab/thread-race");
  await lesson.tab("Schedules").tap();
  const picture = page.getByRole("figure", { name: "Picture", exact: true });
  await picture.getByRole("button", { name: /^C0/ }).first().tap();
  await expect(page.getByRole("treeitem", { selected: true })).toHaveAccessibleName("Move 1: C0 moves");
});

test("the tab on show is in sight, whichever it is", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/producers-consumers");
  const row = page.getByRole("tablist", { name: "Panels" });
  const tabs = await row.getByRole("tab").allTextContents();
  for (const name of [...tabs, ...tabs.toReversed()]) {
    await lesson.tab(name).click();
    await expect(lesson.tab(name)).toHaveAttribute("aria-selected", "true");
    const [outer, inner] = await Promise.all([row.boundingBox(), lesson.tab(name).boundingBox()]);
    if (outer === null || inner === null) throw new Error(`${name} is not on the page`);
    expect(inner.x, name).toBeGreaterThanOrEqual(outer.x);
    expect(inner.x + inner.width, name).toBeLessThanOrEqual(outer.x + outer.width);
  }
});

test("whatever can be pressed is large enough for a finger, or has room round it", async ({
  page,
  lesson,
}) => {
  for (const route of [
    "#/",
    "#/lab",
    "#/episodes/ring-buffers/overwrite?step=4",
    "#/episodes/ring-buffers/producers-consumers?step=8",
    "#/episodes/ring-buffers/partitioned-log?step=6",
  ]) {
    await page.goto(`./${route}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await lesson.rests();
    // As WCAG 2.2 has it in 2.5.8: 24 by 24 px, or so far from the next that circles of that width do not meet.
    const small = await page.evaluate(() => {
      const boxes = [
        ...document.querySelectorAll("button, a[href], input, select, [role=tab], [tabindex='0']"),
      ]
        .filter((element) => element.closest("[inert], [aria-disabled=true], svg, p, dd") === null)
        .map((element) => ({ element, box: (element.closest("label") ?? element).getBoundingClientRect() }))
        // The way to the controls is out of sight until a keyboard finds it.
        .filter(
          ({ element, box }) =>
            box.width > 0 &&
            !element.matches(".skip") &&
            element.checkVisibility({ visibilityProperty: true }),
        );
      const isSmall = ({ width, height }: DOMRect) => width < 23.5 || height < 23.5;
      return boxes
        .filter(
          ({ box, element }) =>
            isSmall(box) &&
            boxes.some(
              (other) =>
                other.element !== element &&
                !other.element.contains(element) &&
                !element.contains(other.element) &&
                Math.hypot(
                  box.x + box.width / 2 - other.box.x - other.box.width / 2,
                  box.y + box.height / 2 - other.box.y - other.box.height / 2,
                ) < 24,
            ),
        )
        .map(({ element }) => element.outerHTML.slice(0, 120));
    });
    expect(small, route).toEqual([]);
  }
});

import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** How the code stands in its panel, in px. */
const code = (page: Page) =>
  page.evaluate(() => {
    const panel = document.querySelector("[role=tabpanel]") as HTMLElement;
    const { top, bottom } = panel.getBoundingClientRect();
    const lines = [...panel.querySelectorAll(".code-line")];
    const row = Number.parseFloat(getComputedStyle(lines[0] as Element).lineHeight);
    const lit = panel.querySelector(".lit")?.getBoundingClientRect();
    const first = (lines[0] as Element).getBoundingClientRect().top;
    const cut = first < top ? (top - first) % row : 0;
    return {
      scrolled: panel.scrollTop > 0,
      inSight: lit !== undefined && lit.top >= top - 1 && lit.bottom <= bottom + 1,
      cut: Math.min(cut, row - cut),
    };
  });

test("the lit line stays in sight as the text grows, and no line is cut at the top", async ({
  page,
  lesson,
}) => {
  await page.setViewportSize({ width: 1440, height: 520 });
  await lesson.open("#/lab/producer-consumer?do=run+36+steps");
  await lesson.rests();
  for (const size of ["normal", "large", "larger"]) {
    await page.getByRole("button", { name: `Text size: ${size}` }).click();
    await expect.poll(async () => (await code(page)).inSight).toBe(true);
    const { scrolled, cut } = await code(page);
    expect(scrolled).toBe(true);
    expect(cut).toBeLessThan(1);
  }
});

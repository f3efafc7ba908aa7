import type { Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { element, expect, type Fixtures, frame, PLACE, stands, test } from "./embedded.ts";

test.describe("options", () => {
  const open = async (page: Page, host: Fixtures["host"], site: string, query: string, place = PLACE) => {
    await host(`<iframe src="${site}embed.html?${query}${place}" width="720" height="560"></iframe>`);
    await stands(frame(page));
    return frame(page);
  };

  test("say which controls and panels there are", async ({ page, site, host }) => {
    const bare = await open(page, host, site, "controls=none&panels=none");
    await expect(bare.getByRole("button")).toHaveCount(0);
    await expect(bare.getByRole("link")).toHaveCount(0);
    const minimal = await open(page, host, site, "controls=minimal&panels=code,state");
    await expect(minimal.getByRole("button", { name: "Next step" })).toBeVisible();
    await expect(minimal.getByRole("slider")).toBeVisible();
    await expect(minimal.getByRole("combobox", { name: "Speed" })).toHaveCount(0);
    await expect(minimal.getByRole("tab")).toHaveText(["TypeScript", "Python", "State"]);
    await expect(minimal.getByRole("region", { name: "Narration" })).toHaveCount(0);
    await expect(minimal.getByRole("link", { name: "Open in full" })).toHaveAttribute(
      "href",
      `${site}${PLACE}?step=1`,
    );
    const full = await open(page, host, site, "panels=narration,hands");
    await expect(full.getByRole("combobox", { name: "Speed" })).toBeVisible();
    await expect(full.getByRole("region", { name: "Narration" })).toBeVisible();
    await expect(full.getByRole("button", { name: "push" })).toBeVisible();
  });

  test("say where it begins and ends, and that it goes round", async ({ page, site, host }) => {
    const part = await open(page, host, site, "from=2&to=3&controls=full", `${PLACE}?step=2`);
    const next = part.getByRole("button", { name: "Next step" });
    await expect(part.getByText(/^step 2 of/)).toBeVisible();
    await expect(part.getByRole("button", { name: "Previous step" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await next.click();
    await next.click();
    await expect(part.getByText(/^step 3 of/)).toBeVisible();
    await expect(next).toHaveAttribute("aria-disabled", "true");
    const started = await open(page, host, site, "start=4.3", `${PLACE}?step=4`);
    await expect(started.getByText(/^step 4 of/)).toBeVisible();
  });

  test("of which some are wrong are told, and the rest is as it should be", async ({ page, site, host }) => {
    const shown = await open(page, host, site, "controls=lots&theme=dark&lang=de&accent=javascript:alert(1)");
    const notice = shown.locator(".notice");
    await expect(notice).toContainText("controls must be one of full, minimal, none; found “lots”.");
    await expect(notice).toContainText("accent must be a colour of six hexadecimal digits");
    await expect(notice).toContainText("There is no text in “de” yet. It is shown in English");
    await expect(shown.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("colour what is marked, so that it can be read", async ({ page, site, host }) => {
    const shown = await open(page, host, site, "accent=ffee00&theme=light");
    const colour = await shown
      .getByRole("button", { name: "Play" })
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(colour).not.toBe("rgb(59, 59, 192)");
    const found = await axeFaults(page, { within: "iframe", foreignFrames: true });
    expect(found.filter(({ id }) => id !== "frame-title" && id !== "page-has-heading-one")).toEqual([]);
  });

  test("have it play by itself, but not for a reader who wants no motion", async ({ page, site, host }) => {
    const shown = await open(page, host, site, "autoplay=on");
    await expect(shown.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.emulateMedia({ reducedMotion: "reduce" });
    const still = await open(page, host, site, "autoplay=on");
    await expect(still.getByRole("button", { name: "Play" })).toBeVisible();
    await expect(still.getByText(/^step 1 of/)).toBeVisible();
  });
});

for (const [width, query] of [
  [280, "panels=narration"],
  [280, "controls=minimal&panels=hands"],
  [320, "panels=narration,code,state,hands"],
  [480, "controls=none&panels=none"],
  [640, "panels=narration,hands"],
  [1000, "panels=narration,code"],
] as const) {
  test(`nothing scrolls or is cut off in a frame ${width} px wide with ${query}`, async ({
    page,
    site,
    host,
  }) => {
    await host(element(site, `episode="ring-buffers" chapter="overwrite" loading="eager" label="A run"`));
    await page.evaluate(
      ([px, options]) => {
        const machine = document.querySelector<HTMLElement>("time-machine");
        if (machine === null) return;
        machine.style.width = `${px}px`;
        for (const [name, value] of new URLSearchParams(options as string)) machine.setAttribute(name, value);
      },
      [width, query] as const,
    );
    await stands(frame(page));
    const fits = () =>
      frame(page)
        .locator("html")
        .evaluate((root) => {
          const clipped = [
            root,
            ...root.querySelectorAll(".caption, .panels.by-hand, .transport, .transport-row"),
          ];
          return clipped
            .filter(
              (part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
            )
            .map(
              (part) =>
                `${part.className} ${part.scrollWidth}×${part.scrollHeight} in ${part.clientWidth}×${part.clientHeight}`,
            );
        });
    await expect.poll(fits).toEqual([]);
    const picture = await frame(page).locator(".picture").boundingBox();
    expect(picture?.height).toBeGreaterThan(180);
  });
}

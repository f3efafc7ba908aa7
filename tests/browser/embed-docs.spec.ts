import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, frame, stands, test } from "./embedded.ts";

// What the docs show is what people paste: each block stands here in a page as it is, but for the address of the site.

const DOCS = readFileSync("docs/embedding.md", "utf8");

/** The one block of HTML in the docs that has something in it. */
function block(part: string | RegExp): string {
  const blocks = [...DOCS.matchAll(/^```html\n(.*?)^```$/gms)].map(([, html = ""]) => html);
  const found = blocks.filter((html) => html.search(part) >= 0);
  expect(found, `blocks with ${part} in docs/embedding.md`).toHaveLength(1);
  return found[0] ?? "";
}

/** With the address of a site where the docs have one that stands for it. */
const at = (site: string, html: string) =>
  html.replaceAll("https://lists.example/", site).replaceAll("https://lists.example", new URL(site).origin);

const SCRIPT = '<script type="module" src="https://lists.example/time-machine.js"></script>';

const lastState = (page: Page) => page.evaluate(() => document.querySelector("time-machine")?.last.state);

test("the elements that the docs show stand in a page, each with its panels", async ({
  page,
  site,
  host,
}) => {
  const html = block('lab="');
  expect(html).toContain(SCRIPT);
  await host(at(site, html), true);
  const machines = page.locator("time-machine");
  await expect(machines).toHaveCount(3);
  for (const index of [0, 1, 2]) {
    await machines.nth(index).scrollIntoViewIfNeeded();
    await stands(frame(page, index));
  }
  await expect(frame(page, 1).getByRole("tab", { name: "Python" })).toBeVisible();
  await expect(frame(page, 2).getByRole("button", { name: "push" })).toBeVisible();
});

test("the plain frame that the docs show stands in a page without a script", async ({ page, site, host }) => {
  await host(at(site, block("<iframe")), true);
  await stands(frame(page));
  await expect(page.getByTitle("When old data must die")).toHaveAttribute("height", "560");
  await expect(frame(page).getByRole("tab", { name: "Python" })).toBeVisible();
  await expect(frame(page).getByRole("link", { name: "Open in full" })).toHaveAttribute(
    "href",
    `${site}#/episodes/ring-buffers/overwrite?step=1`,
  );
});

test("the lines that the docs show let a plain frame's height follow", async ({ page, site, host }) => {
  await host(at(site, block("<script>\n  const site") + block("<iframe")), true);
  await stands(frame(page));
  await expect(page.locator("iframe")).toHaveAttribute("style", /height: \d+px/);
});

test("the script that the docs show steers an element", async ({ page, site, host }) => {
  await host(at(site, SCRIPT + block("await ring.seek")), true);
  await expect.poll(() => lastState(page)).toMatchObject({ byHand: true, operation: "pop", mark: "return" });
});

test("the example page works as it is", async ({ page, site, host }) => {
  await host(at(site, readFileSync("docs/embedding-example.html", "utf8")), true);
  await stands(frame(page));
  // The runs above it may still be growing to their heights: a pointer could come too late to where it stood.
  await page.getByRole("button", { name: "Push three more" }).press("Enter");
  await expect.poll(() => lastState(page)).toMatchObject({ byHand: true, operation: "push" });
});

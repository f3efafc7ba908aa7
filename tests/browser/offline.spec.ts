import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { serveFolder } from "../../src/tools/serve-folder.mjs";
import { TEST_SITE } from "../../src/tools/site.mjs";
import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

/** A copy of the site with a host of its own, that can be changed and switched off. */
async function ownSite() {
  const folder = mkdtempSync(path.join(tmpdir(), "site-"));
  cpSync(TEST_SITE, folder, { recursive: true });
  const host = await serveFolder(folder, { under: "/course/" });
  return {
    ...host,
    /** As when a new version is put there: the worker names other files. */
    renew() {
      const worker = path.join(folder, "service-worker.js");
      const text = readFileSync(worker, "utf8").replace(/"version":"\w+"/, '"version":"new"');
      writeFileSync(worker, text);
    },
    remove() {
      host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Until the whole site is kept and the page is served from there. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  });

const picture = (page: Page) => page.locator(".stage .mark").first();

test("after one visit every made chapter and every lab opens without a network", async ({
  page,
  context,
}) => {
  const site = await ownSite();
  try {
    await page.goto(site.address);
    await kept(page);
    site.close();
    await context.setOffline(true);
    const chapters = ["ring", "overwrite", "producers-consumers", "partitioned-log", "backpressure"];
    const routes = [
      ...chapters.map((chapter) => `#/episodes/ring-buffers/${chapter}`),
      "#/lab/distributed-log",
      "#/lab/thread-race",
    ];
    for (const route of routes) {
      await page.goto("about:blank");
      await page.goto(site.address + route);
      await expect(picture(page), route).toBeAttached();
      await expect(page.getByText("could not be")).toHaveCount(0);
    }
    await page.goto(`${site.address}#/`);
    await expect(page.getByRole("article")).toHaveCount(7);
  } finally {
    await context.setOffline(false);
    site.remove();
  }
});

test("a newer version is announced, leaves the lesson alone, and comes when the reader wants it", async ({
  page,
}) => {
  const site = await ownSite();
  try {
    await page.goto(`${site.address}#/episodes/ring-buffers/overwrite?step=4`);
    await kept(page);
    await expect(picture(page)).toBeAttached();
    const first = await page.evaluate(() => caches.keys());
    site.renew();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(page.getByText("A newer version of this site is here")).toBeVisible();
    // Nothing has changed under the reader: the page, and the version that serves it, are the old ones.
    await expect(page).toHaveURL(/step=4$/);
    expect(await page.evaluate(() => caches.keys())).toEqual([...first, expect.stringMatching(/ new$/)]);
    const reloaded = page.waitForEvent("load");
    await page.getByRole("button", { name: "now", exact: true }).click();
    await reloaded;
    await expect(picture(page)).toBeAttached();
    await expect(page).toHaveURL(/step=4$/);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/ new$/)]);
    await expect(page.getByText("A newer version of this site is here")).toHaveCount(0);
  } finally {
    site.remove();
  }
});

test("the site can be installed", async ({ page }) => {
  await page.goto("./");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const address = new URL(href ?? "", page.url());
  const manifest = await (await page.request.get(address.href)).json();
  expect(manifest).toMatchObject({ start_url: "./", display: "standalone" });
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(new URL(src, address).href);
    expect(icon.headers()["content-type"], src).toBe(type);
    if (type !== "image/png") continue;
    const size = Number(sizes.split("x")[0]);
    // Width and height stand at a fixed place of every PNG (ISO/IEC 15948, 11.2.2).
    expect((await icon.body()).readUInt32BE(16), src).toBe(size);
    expect((await icon.body()).readUInt32BE(20), src).toBe(size);
  }
});

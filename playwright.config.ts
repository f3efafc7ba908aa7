import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./src/tools/chromium.mjs";
import { TEST_SITE } from "./src/tools/site.mjs";

/** Away from the root of the host: links that only work there would go unnoticed. */
const under = "/some/where/";
/** Several checkouts may run their tests at once, each at a port of its own. */
const port = Number(process.env.PAGES_PORT ?? 5303);
const executablePath = await findChromium();

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A second try is for finding out what happened, not for passing: it is traced, and told of as flaky.
  retries: 1,
  forbidOnly: process.env.CI !== undefined,
  // Only what hangs may run into these: how long something takes says nothing on a busy machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}${under}`,
    viewport: { width: 1440, height: 900 },
    // What works without a network has a test of its own; elsewhere nothing is to be fetched behind a page's back.
    serviceWorkers: "block",
    // To trace every test makes them take half as long again.
    trace: "on-first-retry",
    launchOptions: { args: [...CHROMIUM_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: `node src/tools/start.mjs --site ${TEST_SITE} --port ${port} --under ${under}`,
    url: `http://localhost:${port}${under}`,
    timeout: 180_000,
    stdout: "pipe",
  },
});

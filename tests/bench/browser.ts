import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { openChromium, PAGE, PICTURE } from "../../src/tools/first-load.ts";
import { writeMeasured } from "../../src/tools/measured.ts";
import { root } from "../../src/tools/run.mjs";
import { serveFolder } from "../../src/tools/serve-folder.mjs";
import { provideSite, TEST_SITE } from "../../src/tools/site.mjs";
import { table } from "../../src/tools/table.ts";
import { rests } from "../browser/rests.ts";
import { frameIntervals, installClocks } from "./browser/clocks.ts";
import { coldLoads } from "./browser/cold-load.ts";
import { Devtools } from "./browser/devtools.ts";
import { heapAfter } from "./browser/heap.ts";
import { labWithFrames } from "./browser/lab.ts";
import { paintsOf } from "./browser/paints.ts";
import { PLAIN_PICTURE, routePlainPage } from "./browser/plain-page.ts";
import { frameTable, heapTable, late, ms, paintTable, percent, verdict } from "./browser/report.ts";
import { median, percentile } from "./browser/statistics.ts";
import type { Paint } from "./browser/traced-paints.ts";

// `npm run bench:browser`: how fast the pages are, on the production build. `--write` keeps the figures.

const EPISODE = "#/episodes/ring-buffers/overwrite";
const CROWD = "#/lab/producer-consumer?producers=200&consumers=200&capacity=100000";
const LOADS = 7;
const PRESSES = 30;
const SECONDS = 5;
/** Long enough that the browser's own tidying up after a page has come counts for little. */
const IDLE_SECONDS = 20;
const MOVES = [0, 200, 2_000, 10_000, 20_000, 40_000];
/** Every place of the chapter has been seen by then. */
const WARM = MOVES.indexOf(10_000);
/** The code that these make is counted as heap, and they go on making it for tens of thousands of moves. */
const NO_COMPILERS = "--js-flags=--no-opt --no-maglev --no-sparkplug";
const RUNS = [
  { capacity: 12, frames: 10 },
  { capacity: 12, frames: 1_000 },
  { capacity: 12, frames: 10_000 },
  { capacity: 5_000, frames: 1_000 },
];

async function freshPage(browser: Browser, reducedMotion: "reduce" | "no-preference"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion });
  await installClocks(page, PICTURE);
  await routePlainPage(page);
  return page;
}

/** Key to paint at the ends of runs of several lengths, and on the plain page. */
async function measurePaints(browser: Browser, address: string) {
  const rows: [string, Paint[]][] = [];
  for (const motion of ["reduce", "no-preference"] as const) {
    const page = await freshPage(browser, motion);
    if (motion === "reduce") {
      await page.goto(`${address}plain`);
      rows.push(["a plain page", (await paintsOf(browser, page, ["a", "b"], PRESSES)).flat()]);
    }
    for (const { capacity, frames } of RUNS) {
      await page.emulateMedia({ reducedMotion: "reduce" });
      const length = await labWithFrames(page, address, capacity, frames);
      await page.emulateMedia({ reducedMotion: motion });
      await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement instanceof HTMLElement) activeElement.blur();
      });
      const where = `frame ${length.toLocaleString("en")} of ${capacity.toLocaleString("en")} cells${
        motion === "reduce" ? "" : ", moving"
      }`;
      const [back, forward] = await paintsOf(browser, page, [",", "."], PRESSES);
      const [start, end] = await paintsOf(browser, page, ["Home", "End"], PRESSES);
      rows.push(
        [`step forward, ${where}`, forward],
        [`step back, ${where}`, back],
        [`to the start, ${where}`, start],
        [`to the end, ${where}`, end],
      );
      console.log(`measured ${where}`);
    }
    await page.context().close();
  }
  return rows;
}

/** The times between frames while a chapter plays, at the processor's own speed and slowed down. */
async function measureFrames(browser: Browser, address: string) {
  const rows: [string, number[]][] = [];
  const plain = await freshPage(browser, "no-preference");
  await plain.goto(`${address}plain`);
  rows.push(["nothing, on a plain page", await frameIntervals(plain, SECONDS)]);
  await plain.context().close();
  for (const slower of [1, 4]) {
    const page = await freshPage(browser, "no-preference");
    const devtools = await Devtools.of(page);
    await page.goto(`${address}${EPISODE}?step=4`);
    await rests(page);
    await devtools.slowDown(slower);
    await page.keyboard.press(".");
    await rests(page);
    await page.keyboard.press(" ");
    rows.push([
      slower === 1 ? "a chapter" : `a chapter, processor ${slower}× slower`,
      await frameIntervals(page, SECONDS),
    ]);
    await page.context().close();
  }
  rows.push(["400 threads in the lab, running", await crowdIntervals(browser, address)]);
  return rows;
}

/** The times between frames while as many threads as there may be run on and on. */
async function crowdIntervals(browser: Browser, address: string): Promise<number[]> {
  const page = await freshPage(browser, "no-preference");
  await page.goto(`${address}${CROWD}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("button", { name: "Pause the run" }).waitFor();
  const intervals = await frameIntervals(page, SECONDS);
  await page.context().close();
  return intervals;
}

/** The heap of a page after so many moves, and that of one whose code is never compiled: what is the page's own. */
async function measureHeaps(browser: Browser, address: string) {
  const plain = await openChromium(NO_COMPILERS);
  if (plain === undefined) throw new Error("The Chromium of before has gone.");
  const own = await measureHeap(plain, address);
  await plain.close();
  return { whole: await measureHeap(browser, address), own };
}

async function measureHeap(browser: Browser, address: string): Promise<number[]> {
  const page = await freshPage(browser, "reduce");
  await page.goto(`${address}${EPISODE}`);
  await rests(page);
  const heaps = await heapAfter(page, await Devtools.of(page), MOVES);
  await page.context().close();
  return heaps;
}

/** The share of the main thread's time that a page takes on which nothing is touched. */
async function measureIdle(browser: Browser, address: string, route: string): Promise<number> {
  const page = await freshPage(browser, "no-preference");
  const devtools = await Devtools.of(page);
  await page.goto(`${address}${route}`);
  await rests(page);
  const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await wait(SECONDS);
  const before = await devtools.work();
  await wait(IDLE_SECONDS);
  const share = ((await devtools.work()) - before) / (IDLE_SECONDS * 1000);
  await page.context().close();
  return share;
}

await provideSite(TEST_SITE);
const browser = await openChromium();
if (browser === undefined) throw new Error("These measurements need a Chromium; npm test installs one.");
const { address, close } = await serveFolder(path.join(root, TEST_SITE));
try {
  const plainLoads = await coldLoads(browser, `${address}plain`, PLAIN_PICTURE, LOADS, routePlainPage);
  const loads = await coldLoads(browser, `${address}${EPISODE}`, PICTURE, LOADS);
  const pageLoads = await coldLoads(browser, `${address}${EPISODE}`, PAGE, LOADS);
  console.log("measured cold loads");
  const idle = await measureIdle(browser, address, `${EPISODE}?step=4`);
  const idlePlain = await measureIdle(browser, address, "plain");
  console.log("measured idling");
  const frames = await measureFrames(browser, address);
  console.log("measured playing");
  const heaps = await measureHeaps(browser, address);
  console.log("measured memory");
  const paints = await measurePaints(browser, address);
  const steps = paints.filter(([name]) => name.startsWith("step")).flatMap(([, paint]) => paint);
  const times = steps.map(({ time }) => time);
  const work = steps.map((paint) => paint.work);
  const plainTimes = paints[0]?.[1].map(({ time }) => time) ?? [];
  const beyondPlain = (share: number) => percentile(times, share) - percentile(plainTimes, share);
  const report = [
    table(
      ["against the budgets", "measured", "budget", "held"],
      [
        verdict("picture stands", median(loads), 350, ms),
        verdict("step, work, median", median(work), 7, ms),
        verdict("step, work, 95th percentile", percentile(work, 0.95), 17, ms),
        verdict("step, key to paint beyond a plain page, median", beyondPlain(0.5), 7, ms),
        verdict("step, key to paint beyond a plain page, 95th percentile", beyondPlain(0.95), 17, ms),
        verdict("frames late while playing", late(frames[1]?.[1] ?? []), 0.01, percent),
        verdict(
          "growth of the page's own heap, 10,000 to 40,000 moves",
          (heaps.own.at(-1) ?? 0) / (heaps.own[WARM] ?? 1) - 1,
          0.05,
          percent,
        ),
        verdict("main thread while paused", idle, 0.001, percent),
      ],
    ),
    `Cold loads, until the picture stands: ${loads.map(ms).join(", ")}; until the page stands: ${pageLoads.map(ms).join(", ")}; of a plain page: ${plainLoads.map(ms).join(", ")}.`,
    `The main thread of a plain page at rest is at work ${percent(idlePlain)} of the time.`,
    paintTable(paints),
    frameTable(frames),
    heapTable(MOVES, heaps.whole, heaps.own),
  ].join("\n\n");
  console.log(`\n${report}`);
  if (process.argv.includes("--write")) writeMeasured("browser", report, browser.version());
} finally {
  close();
  await browser.close();
}

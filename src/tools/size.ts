import { readFileSync } from "node:fs";
import path from "node:path";
import {
  filesOf,
  type LoadedFile,
  loadedFiles,
  type Manifest,
  openChromium,
  sentBytes,
} from "./first-load.ts";
import { writeMeasured } from "./measured.ts";
import { root } from "./run.mjs";
import { provideSite, TEST_SITE } from "./site.mjs";
import { table } from "./table.ts";

// `npm run size`: what the episode page loads before its picture stands, against the budget. `--write` keeps the result.

const ROUTE = "#/episodes/ring-buffers/overwrite";
const BUDGET = { most: 130_000, aim: 100_000 };

/** What the manifest says the page needs: the entry, the episode page and the episode, with all that they import. */
function fromManifest(site: string): LoadedFile[] {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(site, ".vite/manifest.json"), "utf8"));
  const entries = Object.keys(manifest).filter(
    (key) => key === "index.html" || /app\/start|_07-.*overwrite/.test(key),
  );
  return filesOf(manifest, entries).map((name) => ({ name, bytes: sentBytes(site, name), first: true }));
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const total = (files: readonly LoadedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

await provideSite(TEST_SITE);
const site = path.join(root, TEST_SITE);
const browser = await openChromium();
if (browser === undefined) console.log("There is no Chromium: the figures are from Vite's manifest.");
const files = browser === undefined ? fromManifest(site) : await loadedFiles(browser, site, ROUTE);
const version = browser?.version();
await browser?.close();

const kinds = {
  JavaScript: /\.js$/,
  CSS: /\.css$/,
  fonts: /\.woff2$/,
  "everything else": /(?<!\.js|\.css|\.woff2)$/,
};
const sums = Object.entries(kinds).map(([kind, pattern]) => {
  const ofKind = files.filter(({ name }) => pattern.test(name));
  const first = ofKind.filter((file) => file.first);
  return { kind, first: total(first), later: total(ofKind) - total(first) };
});
const scripts = sums.find(({ kind }) => kind === "JavaScript")?.first ?? 0;
const verdict =
  scripts <= BUDGET.aim
    ? `within the aim of ${kilobytes(BUDGET.aim)}`
    : scripts <= BUDGET.most
      ? `within the budget of ${kilobytes(BUDGET.most)}, over the aim of ${kilobytes(BUDGET.aim)}`
      : `OVER the budget of ${kilobytes(BUDGET.most)}`;
const report = [
  table(
    ["what", "until the picture stands", "afterwards"],
    sums.map(({ kind, first, later }) => [kind, kilobytes(first), kilobytes(later)]),
  ),
  `JavaScript of the first load of \`${ROUTE}\`, gzip: **${kilobytes(scripts)}**, ${verdict}.`,
  table(
    ["file", "bytes sent", "asked for"],
    files.map(({ name, bytes, first }) => [name, kilobytes(bytes), first ? "first" : "afterwards"]),
  ),
].join("\n\n");
console.log(report);
if (process.argv.includes("--write")) {
  // Names carry hashes, which would make every change of the site a change of the document.
  writeMeasured("size", report.replace(/-[\w-]{8}(\.\w+) /g, "$1 "), version);
}
if (files.length === 0 || scripts === 0 || scripts > BUDGET.most) process.exitCode = 1;

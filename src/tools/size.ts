import { readdirSync, readFileSync } from "node:fs";
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
import { ELEMENT_SCRIPT } from "./vite/element-script.ts";

// `npm run size`: what the episode page and an embedded run load before they can be used, and the element's script,
// against their budgets, and what every chapter loads. `--write` keeps the result.

const PLACE = "#/episodes/ring-buffers/overwrite";
const BUDGET = { most: 130_000, aim: 100_000, element: 4_000 };
const PAGES = [
  { name: "the episode page", html: "index.html", route: PLACE },
  { name: "an embedded run", html: "embed.html", route: `embed.html${PLACE}` },
] as const satisfies readonly Page[];

interface Page {
  readonly name: string;
  readonly html: string;
  /** Its address within the site. */
  readonly route: string;
}

/** What the manifest says a page needs: the entry, what that sends for at once, and the chapter, with all that they import. */
function fromManifest(site: string, { html }: Page): LoadedFile[] {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(site, ".vite/manifest.json"), "utf8"));
  const chapter = Object.keys(manifest).filter((key) => /_07-.*overwrite/.test(key));
  const entries = [html, ...(manifest[html]?.dynamicImports ?? []), ...chapter];
  return filesOf(manifest, entries).map((name) => ({ name, bytes: sentBytes(site, name), first: true }));
}

/** The chapters that are made, as addresses name them: `ring-buffers/overwrite`. */
function chaptersOf(site: string): string[] {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(site, ".vite/manifest.json"), "utf8"));
  return readdirSync(path.join(root, "episodes"), { withFileTypes: true }).flatMap((entry) => {
    const [, number, slug] = /^(\d+)-(.+)$/.exec(entry.name) ?? [];
    if (!entry.isDirectory() || number === undefined) return [];
    const text = readFileSync(path.join(root, "episodes", entry.name, "en.md"), "utf8");
    const ids = [...text.matchAll(/^## .*\{#(.+)\}$/gm)].map(([, id]) => id);
    const isMade = (id: string | undefined) =>
      Object.keys(manifest).some(
        (key) => key.startsWith(`_${number}-${id}-`) && !/-\d\d-/.test(key.slice(4)),
      );
    return ids.filter(isMade).map((id) => `${slug}/${id}`);
  });
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const total = (files: readonly LoadedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

const KINDS = {
  JavaScript: /\.js$/,
  CSS: /\.css$/,
  fonts: /\.woff2$/,
  "everything else": /(?<!\.js|\.css|\.woff2)$/,
};

interface Weighed {
  /** Bytes of scripts before the page stands. */
  readonly scripts: number;
  readonly report: string;
}

function weigh(
  { name, route }: Page,
  files: readonly LoadedFile[],
  verdict: (scripts: number) => string,
): Weighed {
  const sums = Object.entries(KINDS).map(([kind, pattern]) => {
    const ofKind = files.filter((file) => pattern.test(file.name));
    const first = ofKind.filter((file) => file.first);
    return { kind, first: total(first), later: total(ofKind) - total(first) };
  });
  const scripts = sums.find(({ kind }) => kind === "JavaScript")?.first ?? 0;
  const report = [
    `JavaScript of the first load of ${name}, \`${route}\`, gzip: **${kilobytes(scripts)}**, ${verdict(scripts)}.`,
    table(
      ["what", "until the page stands", "afterwards"],
      sums.map(({ kind, first, later }) => [kind, kilobytes(first), kilobytes(later)]),
    ),
    table(
      ["file", "bytes sent", "asked for"],
      files.map((file) => [file.name, kilobytes(file.bytes), file.first ? "first" : "afterwards"]),
    ),
  ].join("\n\n");
  return { scripts, report };
}

function withinBudget(scripts: number): string {
  if (scripts <= BUDGET.aim) return `within the aim of ${kilobytes(BUDGET.aim)}`;
  return scripts <= BUDGET.most
    ? `within the budget of ${kilobytes(BUDGET.most)}, over the aim of ${kilobytes(BUDGET.aim)}`
    : `OVER the budget of ${kilobytes(BUDGET.most)}`;
}

await provideSite(TEST_SITE);
const site = path.join(root, TEST_SITE);
const browser = await openChromium();
if (browser === undefined) console.log("There is no Chromium: the figures are from Vite's manifest.");
const version = browser?.version();
const load = (page: Page) =>
  browser === undefined ? fromManifest(site, page) : loadedFiles(browser, site, page.route);
const [episodePage, embeddedRun] = PAGES;
const episode = weigh(episodePage, await load(episodePage), withinBudget);
const embedded = weigh(embeddedRun, await load(embeddedRun), (scripts) =>
  scripts <= episode.scripts ? "no more than the episode page" : "OVER what the episode page loads",
);
const others = [];
for (const chapter of browser === undefined ? [] : chaptersOf(site)) {
  const page = { ...episodePage, route: `#/episodes/${chapter}` };
  const { scripts } = weigh(page, await load(page), withinBudget);
  others.push({ chapter, scripts });
}
await browser?.close();
const element = sentBytes(site, ELEMENT_SCRIPT);
const elementVerdict = element <= BUDGET.element ? "within" : "OVER";
const report = [
  episode.report,
  embedded.report,
  "JavaScript of the first load of each chapter:",
  table(
    ["chapter", "gzip", "verdict"],
    others.map(({ chapter, scripts }) => [chapter, kilobytes(scripts), withinBudget(scripts)]),
  ),
  `\`${ELEMENT_SCRIPT}\`, the script for other pages, gzip: **${kilobytes(element)}**, ${elementVerdict} the budget of ${kilobytes(BUDGET.element)}.`,
].join("\n\n");
console.log(report);
if (process.argv.includes("--write")) {
  // Names carry hashes, which would make every change of the site a change of the document.
  writeMeasured("size", report.replace(/-[\w-]{8}(\.\w+) /g, "$1 "), version);
}
const within =
  episode.scripts > 0 &&
  episode.scripts <= BUDGET.most &&
  embedded.scripts > 0 &&
  embedded.scripts <= episode.scripts &&
  element <= BUDGET.element;
if (!within) process.exitCode = 1;

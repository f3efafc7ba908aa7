import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { requireNode } from "./node-version.mjs";
import { providePackages } from "./packages.mjs";
import { provideChromium } from "./provide-chromium.mjs";
import { packaged, root, run } from "./run.mjs";
import { buildSite, TEST_SITE } from "./site.mjs";
import { closingLine, partCounts, readReport } from "./test-counts.mjs";
import { failuresOf } from "./test-failures.mjs";

// `npm test`: installs what is missing and runs every check there is, to the last, whatever fails on the way.

requireNode();
await providePackages();
const chromium = await provideChromium();
if (chromium !== undefined) console.log(`The tests in the browser use ${chromium}.`);

const reports = path.join(root, ".build/reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @type {{ name: string, work: (report: string) => Promise<number> }[]} */
const parts = [
  { name: "types", work: () => run([...packaged("typescript", "tsc"), "--build"]) },
  { name: "format and lint", work: () => run([...packaged("@biomejs/biome"), "check", "."]) },
  { name: "episodes", work: () => run([...packaged("tsx"), "src/tools/check-episodes.ts"]) },
  {
    name: "specs",
    work: (report) =>
      run([
        ...packaged("vitest"),
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ]),
  },
  { name: "build", work: () => buildSite(TEST_SITE) },
  {
    name: "pages",
    work: (report) =>
      chromium === undefined
        ? Promise.resolve(1)
        : run([...packaged("@playwright/test", "playwright"), "test", "--reporter=list,json"], {
            env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
          }),
  },
];

const results = [];
for (const { name, work } of parts) {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  const started = performance.now();
  const report = path.join(reports, `${name}.json`);
  const exit = await work(report);
  const told = readReport(report);
  const counts = partCounts(exit, told);
  results.push({
    name,
    exit,
    counts,
    failures: failuresOf(told, root),
    seconds: (performance.now() - started) / 1000,
  });
}

console.log("");
for (const { name, exit, counts, seconds } of results) {
  const tests = counts.passed + counts.failed > 1 ? `, ${closingLine([counts])}` : "";
  console.log(`${exit === 0 ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s${tests})`);
}
// At the end, where they are found even when only the end of a log is kept.
for (const { name, failures } of results) {
  for (const failure of failures) console.log(`\nFAILED ${name}: ${failure.name}\n       ${failure.error}`);
}
console.log("");
console.log(closingLine(results.map(({ counts }) => counts)));
process.exit(results.every(({ exit }) => exit === 0) ? 0 : 1);

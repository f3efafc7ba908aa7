import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { packaged, root, run } from "./run.mjs";

/** What a build reads. */
const SOURCES = [
  "src",
  "episodes",
  "public",
  "index.html",
  "embed.html",
  "vite.config.ts",
  "package-lock.json",
];

/** The build that tests and measurements use: their own, so that they never change the one being served. */
export const TEST_SITE = ".build/site";

/**
 * When anything in a file or folder last changed, in milliseconds; 0 when it is not there. A folder's own time counts
 * too: it tells of files taken away.
 * @param {string} file
 * @returns {number}
 */
export function lastChange(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(file).reduce(
    (newest, name) => Math.max(newest, lastChange(path.join(file, name))),
    stats.mtimeMs,
  );
}

/**
 * Builds the site for production.
 * @param {string} folder where to, from the project's folder
 * @returns {Promise<number>} the exit code
 */
export function buildSite(folder) {
  return run([...packaged("vite"), "build", "--outDir", folder, "--emptyOutDir", "--manifest"]);
}

/**
 * Builds the site if it is missing or older than what it is made from, and ends the program if that fails.
 * @param {string} folder where to, from the project's folder
 */
export async function provideSite(folder) {
  const built = lastChange(path.join(root, folder, "index.html"));
  if (built > 0 && SOURCES.every((source) => lastChange(path.join(root, source)) <= built)) return;
  console.log("Building the pages …");
  if ((await buildSite(folder)) !== 0) {
    console.error("The build failed: its messages are above.");
    process.exit(1);
  }
}

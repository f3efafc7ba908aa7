import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { npm, root, run } from "./run.mjs";

/**
 * A lock file of npm, as far as it is read here.
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock
 */

/**
 * The packages that a lock file asks for and that are not installed in that version. Contents are compared, not
 * times: changing branches touches the lock file, and a needless install would fail without a network. An optional
 * package may be for another kind of machine, so only a wrong version of it counts.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @returns {string[]}
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([folder, { version, optional }]) => {
      const there = installed?.packages[folder];
      return folder !== "" && (there === undefined ? !optional : there.version !== version);
    })
    .map(([folder]) => folder.replace(/^.*node_modules\//, ""));
}

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** Installs the project's packages if any is missing, and ends the program if that fails. */
export async function providePackages() {
  const missing = missingPackages(
    read(path.join(root, "package-lock.json")),
    read(path.join(root, "node_modules/.package-lock.json")),
  );
  if (missing.length === 0) return;
  console.log(`${missing.length} packages are not installed. Installing them with npm ci …`);
  if ((await run([...npm(), "ci", "--no-audit", "--no-fund"])) !== 0) {
    console.error("npm ci failed: its messages are above. A network is needed for this once.");
    process.exit(1);
  }
}

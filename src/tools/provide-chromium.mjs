import { execFileSync } from "node:child_process";
import { findChromium } from "./chromium.mjs";
import { packaged, run } from "./run.mjs";

/** @typedef {readonly [string, ...string[]]} Line */
/** @typedef {{ words: string, lines: Line[] }} Way a way to get a Chromium: what it does, and its commands in order */

/**
 * Ways to install a Chromium from the system's packages.
 * @param {{ root: boolean, sudo: boolean, has: (command: string) => boolean }} machine whether this is root, whether
 *   sudo works without a password, and which commands there are
 * @returns {Way[]}
 */
export function systemWays({ root, sudo, has }) {
  /** @type {(name: string) => Line[]} */
  const apt = (name) => [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", name],
  ];
  /** @type {[manager: string, name: string, lines: Line[]][]} */
  const packages = [
    ["apt-get", "chromium-headless-shell", apt("chromium-headless-shell")],
    ["apt-get", "chromium", apt("chromium")],
    ["dnf", "chromium", [["dnf", "install", "-y", "chromium"]]],
    ["apk", "chromium", [["apk", "add", "chromium"]]],
    ["pacman", "chromium", [["pacman", "-S", "--noconfirm", "chromium"]]],
  ];
  const ways = packages
    .filter(([manager]) => (root || sudo) && has(manager))
    .map(([manager, name, lines]) => ({
      words: `installs the package ${name} with ${manager}`,
      lines: root ? lines : lines.map((line) => /** @type {Line} */ (["sudo", "-n", ...line])),
    }));
  if (has("brew")) {
    ways.push({ words: "installs chromium with brew", lines: [["brew", "install", "--cask", "chromium"]] });
  }
  return ways;
}

/** @param {Line} line */
function succeeds([command, ...args]) {
  try {
    execFileSync(command, args, { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

const ADVICE = `No Chromium was found and none could be installed; the tests in the browser need one. Any of these will do:
  - install Chromium, Chrome or Edge in the way that is usual on this system;
  - npx playwright install --with-deps chromium;
  - CHROMIUM_PATH=/path/to/chromium npm test, if it is in an unusual place.`;

/**
 * A Chromium: the one there is, or else one that is installed now. Says what it does and, if nothing helps, what to do.
 * @returns {Promise<string | undefined>}
 */
export async function provideChromium() {
  const there = await findChromium();
  if (there !== undefined) return there;
  if (process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and no Chromium starts from there.`);
    return undefined;
  }
  /** @type {Way[]} */
  const ways = [
    {
      words: "lets Playwright download one",
      lines: [[...packaged("@playwright/test", "playwright"), "install", "chromium"]],
    },
    ...systemWays({
      root: process.getuid?.() === 0,
      sudo: succeeds(["sudo", "-n", "true"]),
      has: (command) => succeeds([command, "--version"]),
    }),
  ];
  for (const { words, lines } of ways) {
    console.log(`There is no Chromium yet: npm test ${words} …`);
    for (const line of lines) {
      if ((await run(line, { env: { DEBIAN_FRONTEND: "noninteractive" } })) !== 0) break;
    }
    const found = await findChromium();
    if (found !== undefined) return found;
    console.log("That did not give one.");
  }
  console.error(ADVICE);
  return undefined;
}

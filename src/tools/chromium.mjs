import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/**
 * What is asked about the machine: its platform, its variables.
 * @typedef {{ platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>> }} Machine
 */

/** The one without windows goes first: it does the same with a page, and the machine has less to do beside it. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
];

const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Where a Chromium of the system usually is, the likeliest first.
 * @param {Machine} machine
 * @returns {string[]}
 */
export function usualPlaces({ platform, env }) {
  if (platform === "win32") {
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS.map((file) => path.win32.join(folder, file)));
  }
  const folders = (env.PATH ?? "").split(":").filter((folder) => folder.startsWith("/"));
  const onPath = [...folders, "/usr/bin", "/snap/bin"].flatMap((folder) =>
    NAMES.map((name) => path.posix.join(folder, name)),
  );
  if (platform !== "darwin") return [...new Set([...onPath, "/opt/google/chrome/chrome"])];
  return [...MAC.map((file) => `/${file}`), ...MAC.map((file) => `${env.HOME}/${file}`), ...onPath];
}

/**
 * The first Chromium that works: the one that CHROMIUM_PATH names and no other if that is set, else one of the system,
 * else one that Playwright downloaded before.
 * @param {Machine} machine
 * @param {string | undefined} downloaded where Playwright keeps its own
 * @param {(file: string) => boolean} works
 * @returns {string | undefined}
 */
export function chooseChromium(machine, downloaded, works) {
  const named = machine.env.CHROMIUM_PATH;
  if (named) return works(named) ? named : undefined;
  const places = usualPlaces(machine);
  return (downloaded === undefined ? places : [...places, downloaded]).find(works);
}

/**
 * Whether a file is a Chromium that starts: some systems keep a script under its name that only says how to install it,
 * and a downloaded one may lack libraries. On Windows `--version` opens a window, so there its being there must do.
 * @param {string} file
 */
function starts(file) {
  if (!existsSync(file)) return false;
  if (process.platform === "win32") return true;
  try {
    return /Chrom|Edge/.test(
      execFileSync(file, ["--version"], { encoding: "utf8", timeout: 20_000, stdio: "pipe" }),
    );
  } catch {
    return false;
  }
}

/**
 * A Chromium that works on this machine, if there is one. Needs the project's packages.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return chooseChromium({ platform: process.platform, env: process.env }, chromium.executablePath(), starts);
}

/**
 * What Chromium is to leave out: what Playwright leaves out, since only the last such list counts, and the list of
 * suggestions under its address bar. For that it keeps two pages of its own ready in every window, which cost a small
 * machine as much as the page that is looked at.
 */
const LEFT_OUT = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** How every browser of the tests is started: in containers, without services of its own or a first-run page. */
export const CHROMIUM_FLAGS = [
  `--disable-features=${LEFT_OUT.join(",")}`,
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

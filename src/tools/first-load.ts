import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.mjs";
import { serveFolder } from "./serve-folder.mjs";

/** A file that a page loads: its path in the site, and its bytes on the way, compressed unless it already is. */
export interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  /** Whether it was asked for before the page stood. */
  readonly first: boolean;
}

/**
 * The Chromium of this machine, if there is one.
 *
 * @param flags further flags of its command line
 */
export async function openChromium(...flags: readonly string[]): Promise<Browser | undefined> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return undefined;
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] });
}

/** Bytes of a file of the site as a host sends it. Fonts and pictures are compressed in themselves. */
export function sentBytes(site: string, name: string): number {
  const contents = readFileSync(path.join(site, name));
  return /\.(woff2|png|ico)$/.test(name) ? contents.length : gzipSync(contents, { level: 9 }).length;
}

/** Everything that a page of the site loads in Chromium, in the order in which it asks. */
export async function loadedFiles(browser: Browser, site: string, route: string): Promise<LoadedFile[]> {
  const { address, close } = await serveFolder(site);
  const page = await browser.newPage();
  try {
    // Noted in the page as it happens: asked from here, a busy machine would answer late, when more has been sent for.
    await page.addInitScript((selector) => {
      new MutationObserver((_, observer) => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        performance.mark("page");
      }).observe(document, { childList: true, subtree: true });
    }, PAGE);
    await page.goto(address + route);
    const stood = await page.waitForFunction(() => performance.getEntriesByName("page")[0]?.startTime);
    const at = Number(await stood.jsonValue());
    await page.waitForLoadState("networkidle");
    const entries = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name, startTime }) => ({ name, startTime })),
    );
    return entries.flatMap(({ name: url, startTime }) => {
      const name = decodeURIComponent(new URL(url).pathname.slice(1));
      const there = url.startsWith(address) && existsSync(path.join(site, name));
      return there ? [{ name, bytes: sentBytes(site, name), first: startTime <= at }] : [];
    });
  } finally {
    await page.close();
    close();
  }
}

/** What is there once a picture stands: a mark on the stage. */
export const PICTURE = ".stage .mark";
/** What is there once a page can be used, a moment later. */
export const PAGE = ".transport .play";

/** The part of Vite's manifest that is read here. */
export type Manifest = Readonly<
  Record<
    string,
    {
      readonly file: string;
      readonly imports?: readonly string[];
      readonly dynamicImports?: readonly string[];
      readonly css?: readonly string[];
    }
  >
>;

/** The files of some entries of a manifest and of all that they import, each once. */
export function filesOf(manifest: Manifest, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return [...files];
}

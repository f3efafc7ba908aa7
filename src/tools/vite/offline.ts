import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** Its name in the site. It never changes: browsers look there for what is new. */
const WORKER = "service-worker.js";

/**
 * Writes the service worker into a finished site: its own source, after a line that says which files the site has, and a
 * version that changes when any of them does.
 *
 * @param source the worker's source
 */
export function offline(source: string): Plugin {
  let folder = "";
  return {
    name: "offline",
    apply: "build",
    configResolved({ root, build }) {
      folder = path.resolve(root, build.outDir);
    },
    writeBundle: {
      order: "post",
      sequential: true,
      handler() {
        const files = filesToKeep(folder);
        const site = { version: versionOf(folder, files), files };
        const worker = readFileSync(source, "utf8");
        writeFileSync(path.join(folder, WORKER), `self.SITE = ${JSON.stringify(site)};\n${worker}`);
      },
    },
  };
}

/** What a reader without a network may ask for, as paths within the site. */
export function filesToKeep(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((name) => name !== WORKER && !/^(\.vite|packages)\/|\.(map|d\.ts)$/.test(name))
    .sort();
}

function versionOf(folder: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(path.join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}

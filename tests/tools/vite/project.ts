import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type InlineConfig, type ViteDevServer } from "vite";
import { episodes } from "../../../src/tools/vite/episodes.ts";
import { listings } from "../../../src/tools/vite/listings.ts";

/** A small project in a folder of its own: our engine, two views, and the episodes that a test writes. */
export class Project implements AsyncDisposable {
  readonly root = mkdtempSync(join(tmpdir(), "episodes-"));
  #server: ViteDevServer | undefined;

  constructor(files: { readonly [path: string]: string }) {
    mkdirSync(join(this.root, "src"));
    const engine = fileURLToPath(new URL("../../../src/engine", import.meta.url));
    symlinkSync(engine, join(this.root, "src/engine"));
    for (const view of ["ring", "tape"]) {
      this.write(`src/views/${view}/view.ts`, `export const view = { id: "${view}" };`);
    }
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  get config(): InlineConfig {
    return {
      root: this.root,
      configFile: false,
      logLevel: "silent",
      plugins: [episodes(), listings()],
      optimizeDeps: { noDiscovery: true },
    };
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async serve(): Promise<ViteDevServer> {
    this.#server ??= await createServer({ ...this.config, server: { middlewareMode: true, ws: false } });
    return this.#server;
  }

  /** The default export of a module, as the development server gives it. */
  async load<T>(path: string): Promise<T> {
    const module = await (await this.serve()).ssrLoadModule(path);
    return module.default as T;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server?.close();
    rmSync(this.root, { recursive: true });
  }
}

/** An episode with one chapter that is made and one that is announced. */
export const EPISODE = `---
title: Rings
number: 7
slug: rings
summary: Round and round.
duration: 10:00
---

## 0:00 The ring {#ring}

\`\`\`system
overwriting-ring-buffer
capacity: 4
\`\`\`

\`\`\`look
tape
\`\`\`

Look:

\`\`\`do
push undefined
expect size = 1
\`\`\`

## 5:00 Later {#later}
`;

/** A season of two episodes. */
export const SEASON = ["lists", "rings"]
  .map((slug, index) =>
    [
      `- number: ${index === 0 ? 1 : 7}`,
      `  slug: ${slug}`,
      `  title: Announced ${slug}`,
      "  problem: Why?",
      "  structure: List",
      "  system: Git",
      "  insight: Aha.\n",
    ].join("\n"),
  )
  .join("");

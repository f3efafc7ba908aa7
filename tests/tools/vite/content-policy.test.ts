import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, type Rolldown } from "vite";
import { expect, test } from "vitest";
import { OWN_FRAMES, POLICY } from "../../../src/tools/policy.mjs";
import { contentPolicy } from "../../../src/tools/vite/content-policy.ts";

test("a built page carries the policy before anything that it is to hold for", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "policy-"));
  try {
    writeFileSync(
      path.join(root, "index.html"),
      `<!doctype html><html><head><title>A page</title></head><body><script type="module" src="./main.js"></script></body></html>`,
    );
    writeFileSync(path.join(root, "main.js"), "document.title = 'here';");
    const built = await build({
      root,
      configFile: false,
      logLevel: "silent",
      plugins: [contentPolicy()],
      build: { write: false },
    });
    const page = (built as Rolldown.RolldownOutput).output.find(({ fileName }) => fileName === "index.html");
    const [first] = String(page && "source" in page ? page.source : "").match(/(?<=<head>\s*)<[^>]+>/) ?? [];
    const content = POLICY.replaceAll("'", "&#39;");
    expect(first).toBe(`<meta http-equiv="Content-Security-Policy" content="${content}">`);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("what a page cannot say of itself is left to the header", () => {
  expect(POLICY).not.toMatch(/frame-ancestors|sandbox|report-uri/);
  expect(OWN_FRAMES).toMatch(/^frame-ancestors /);
});

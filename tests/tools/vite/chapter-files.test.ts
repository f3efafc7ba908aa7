import { expect, test } from "vitest";
import { chapterFile } from "../../../src/tools/vite/chapter-files.ts";

const chapter = (name: string) => `/p/episodes/07-rings/en.md?chapter=${name}`;

/** Who imports each module. */
const IMPORTERS: { readonly [id: string]: readonly string[] } = {
  "/p/src/engine/systems/ring/ring-buffer.ts": [chapter("ring"), "/p/src/engine/systems/registry.ts"],
  "/p/src/engine/systems/ring/ring-state.ts": [
    "/p/src/engine/systems/ring/ring-buffer.ts",
    "/p/src/engine/systems/ring/overwriting.ts",
  ],
  "/p/src/engine/systems/ring/overwriting.ts": [chapter("overwrite"), "/p/src/engine/index.ts"],
  "/p/src/engine/kernel/condition.ts": ["/p/src/engine/systems/lanes/lanes.ts"],
  "/p/src/engine/kernel/kernel.ts": ["/p/src/engine/index.ts"],
  "/p/src/engine/index.ts": ["/p/src/views/ring/view.ts"],
  "/p/src/views/ring/view.ts": ["a", "b", "c", "d"].map(chapter),
  "/p/src/views/one/view.ts": ["/p/src/views/two/view.ts", "/p/src/app/gallery.ts"],
  "/p/src/views/two/view.ts": ["/p/src/views/one/view.ts"],
};

/** Who sends for each module. */
const SENDERS: { readonly [id: string]: readonly string[] } = {
  "/p/src/engine/systems/lanes/lanes.ts": [chapter("lanes")],
  "/p/src/views/late/view.ts": [chapter("lanes")],
};

const fileOf = (id: string) =>
  chapterFile(id, {
    getModuleInfo: (module) =>
      ({ importers: IMPORTERS[module] ?? [], dynamicImporters: SENDERS[module] ?? [] }) as never,
  });

test("what one chapter needs stands with it", () => {
  expect(fileOf(chapter("ring"))).toBe("07-ring");
  expect(fileOf("/p/src/engine/systems/ring/ring-buffer.ts")).toBe("07-ring");
});

test("what the same chapters need stands together, apart from what only some of them do", () => {
  expect(fileOf("/p/src/engine/systems/ring/ring-state.ts")).toBe("07-overwrite-07-ring");
  expect(fileOf("/p/src/engine/systems/ring/overwriting.ts")).toBe("07-overwrite");
});

test("a name stays short however many chapters share a file", () => {
  expect(fileOf("/p/src/views/ring/view.ts")).toMatch(/^4-chapters-[\da-f]{6}$/);
});

test("a barrel makes nobody need all that it exports, and what no chapter needs has no file here", () => {
  expect(fileOf("/p/src/engine/kernel/kernel.ts")).toBeNull();
  expect(fileOf("/p/src/views/one/view.ts")).toBeNull();
});

test("what a chapter needs only to run stands apart from what shows it", () => {
  expect(fileOf("/p/src/engine/systems/lanes/lanes.ts")).toBe("07-lanes-run");
  expect(fileOf("/p/src/engine/kernel/condition.ts")).toBe("07-lanes-run");
  expect(fileOf("/p/src/views/late/view.ts")).toBeNull();
});

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chapterFile } from "./src/tools/vite/chapter-files.ts";
import { episodes } from "./src/tools/vite/episodes.ts";
import { listings } from "./src/tools/vite/listings.ts";
import { preload } from "./src/tools/vite/preload.ts";

/**
 * Few files, since many small ones compress worse, each with all that it needs and no file above it has: the app's first
 * script, so that it can send for a chapter while the rest is still on its way; what every played page needs; and what
 * the same chapters need.
 */
const FILES = [
  { name: "first", test: /src\/app\/main\.ts$/, priority: 2 },
  { name: "player", test: /src\/app\/start\.tsx$/, priority: 1 },
  { name: chapterFile, debugName: "chapters", includeDependenciesRecursively: false },
];

export default defineConfig({
  base: "./",
  plugins: [react(), episodes(), listings(), preload(["player"])],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    // One small sheet, asked for by the page itself: no module waits for a style.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: FILES } } },
  },
  test: {
    // Only a test that hangs may run into it: how long one takes says nothing on a busy machine.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["tests/{engine,scenario,stage,views,course,conformance,tools,bench}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "jsdom",
          environment: "jsdom",
          include: ["tests/{stage,player,app,course}/**/*.test.tsx"],
          setupFiles: ["tests/jsdom.ts"],
        },
      },
    ],
  },
});

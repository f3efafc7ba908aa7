import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { episodes } from "./src/tools/vite/episodes.ts";
import { listings } from "./src/tools/vite/listings.ts";
import { preload } from "./src/tools/vite/preload.ts";

/**
 * What every played page needs, in two files: many small ones compress worse. The app's first script stays out of them,
 * so that it can send for an episode while they are still on their way.
 */
const CHUNKS = [
  {
    name: "first",
    test: /src\/app\/(routes\/route|pages\/load-once|storage\/browser-shelf)\.ts|virtual:season|preload-helper/,
    priority: 1,
  },
  {
    name: "player",
    test: /node_modules\/(react|react-dom|scheduler|zustand)\/|src\/(stage|scenario)\/|src\/player\/(?!panels\/(state|log)-)|src\/engine\/(kernel\/|systems\/(?!registry)[a-z-]+\.ts|structures\/(overwriting-)?ring-buffer\.ts$)|src\/app\/(app|start|use-|header\/header|storage|pages\/(episode-page|loaded|message|notice))/,
  },
  { name: "rings", test: /src\/(views\/(ring|tape)|engine\/systems\/(ring|window))\/|episodes\/07-/ },
];

export default defineConfig({
  base: "./",
  plugins: [react(), episodes(), listings(), preload(["player"])],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    // One small sheet, asked for by the page itself: no module waits for a style.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
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
          include: ["tests/{engine,scenario,stage,views,conformance,tools,bench}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "jsdom",
          environment: "jsdom",
          include: ["tests/{stage,player,app}/**/*.test.tsx"],
          setupFiles: ["tests/jsdom.ts"],
        },
      },
    ],
  },
});

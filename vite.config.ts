import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chapterFile } from "./src/tools/vite/chapter-files.ts";
import { contentPolicy } from "./src/tools/vite/content-policy.ts";
import { elementScript } from "./src/tools/vite/element-script.ts";
import { episodes } from "./src/tools/vite/episodes.ts";
import { listings } from "./src/tools/vite/listings.ts";
import { offline } from "./src/tools/vite/offline.ts";
import { preload } from "./src/tools/vite/preload.ts";

/** Finds modules by their paths in `src`, as parts of a pattern. */
const modules = (...paths: readonly string[]) => new RegExp(`/src/(${paths.join("|")})\\.tsx?$`);

/**
 * Few files, since many small ones compress worse, each with all that it needs and no file above it has: what the first
 * script of a page needs to send for a chapter while the rest is still on its way; what paints a picture; what the app needs
 * to paint the one that it opens with; what every page with a player needs; what the app needs besides, and an embedded
 * run; and what the same chapters need.
 */
const FILES = [
  { name: "first", test: modules("player/opening/(send-opening|ask-for-type|tell-not-loaded)"), priority: 5 },
  {
    name: "picture",
    test: modules(
      "engine/(kernel/persistent-vector|systems/grouped)",
      "player/(layout|line/track-line|picture/(panes-of|picture-at))",
      "scenario/track",
      "stage/(pane|still-stage)",
      "views/parts/(fitting|content|phrases)",
    ),
    priority: 4,
  },
  { name: "opening", test: modules("app/opening"), priority: 3 },
  {
    name: "player",
    test: modules(
      "player/(player-view|mount|use-reduced-motion|notice/notice|routes/use-route|store/(player|ticker))",
      "player/loading/(loaded|announced-episode|use-sending-ahead|use-linked-moment)",
    ),
    priority: 2,
  },
  { name: "app", test: modules("app/start"), priority: 1 },
  { name: "embed", test: modules("embed/start"), priority: 1 },
  { name: chapterFile, debugName: "chapters", includeDependenciesRecursively: false },
];

/** What the names of characters in Markdown stand for, such as `&amp;`. */
const ENTITIES = "decode-named-character-reference";

export default defineConfig({
  base: "./",
  resolve: {
    // Vite would take the one for pages, which needs a document. The studio's checker runs in a worker, which has none.
    alias: { [ENTITIES]: fileURLToPath(import.meta.resolve(ENTITIES)) },
  },
  plugins: [
    react(),
    episodes(),
    listings(),
    elementScript(),
    contentPolicy(),
    preload({
      "index.html": ["first", "opening", "picture", "player", "app", "rolldown-runtime"],
      "embed.html": ["first", "picture", "player", "embed", "rolldown-runtime"],
    }),
    offline("src/app/offline/service-worker.js"),
  ],
  build: {
    target: "es2022",
    // Its helper costs more than it gains: what a page needs at once is asked for by name.
    modulePreload: false,
    // One small sheet, asked for by the page itself: no module waits for a style.
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: "index.html", embed: "embed.html" },
      output: { codeSplitting: { groups: FILES } },
    },
  },
  test: {
    // Only a test that hangs may run into it: how long one takes says nothing on a busy machine.
    testTimeout: 300_000,
    // One for each core; of two it would leave one without work.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          // Nothing that these share can be changed; to load it all anew for each file takes longer than the tests.
          isolate: false,
          setupFiles: ["tests/draws.ts"],
          include: ["tests/{engine,scenario,stage,views,embed,course,conformance,tools,bench}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "jsdom",
          environment: "jsdom",
          include: ["tests/{stage,player,app,embed,course}/**/*.test.tsx"],
          setupFiles: ["tests/draws.ts", "tests/jsdom.ts"],
        },
      },
    ],
  },
});

import { expect, test } from "vitest";
import { filesOf } from "../../src/tools/first-load.ts";

const manifest = {
  "index.html": { file: "index.js", imports: ["_react.js"], css: ["index.css"] },
  "_react.js": { file: "react.js" },
  "page.tsx": { file: "page.js", imports: ["_react.js", "_stage.js"] },
  "_stage.js": { file: "stage.js", imports: ["page.tsx"] },
  "other.tsx": { file: "other.js" },
};

test("the files of an entry are its own, its styles and all that it imports, each once", () => {
  expect(filesOf(manifest, ["index.html", "page.tsx"])).toEqual([
    "index.js",
    "index.css",
    "react.js",
    "page.js",
    "stage.js",
  ]);
});

test("an entry that the manifest does not know has no files", () => {
  expect(filesOf(manifest, ["none.tsx"])).toEqual([]);
});

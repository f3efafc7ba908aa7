import { expect, test } from "vitest";
import { fileListMark, fillFileLists } from "../../../src/tools/vite/chapter-file-lists.ts";

const SEASON = "virtual:season";

function chunk(fileName: string, more: { readonly [name: string]: unknown } = {}) {
  return {
    type: "chunk",
    fileName,
    code: "",
    moduleIds: [],
    imports: [],
    dynamicImports: [],
    isEntry: false,
    ...more,
  };
}

test("a chapter's files are those that not every page has sent for at once", () => {
  const first = chunk("assets/first.js", {
    code: `"${fileListMark("one.md?chapter=a")}"`,
    moduleIds: [SEASON],
    dynamicImports: ["assets/a.js"],
  });
  const bundle = [
    first,
    chunk("assets/index.js", {
      isEntry: true,
      imports: ["assets/first.js"],
      dynamicImports: ["assets/app.js"],
    }),
    chunk("assets/embed.js", {
      isEntry: true,
      imports: ["assets/first.js"],
      dynamicImports: ["assets/frame.js"],
    }),
    chunk("assets/app.js", { imports: ["assets/player.js", "assets/header.js"] }),
    chunk("assets/frame.js", { imports: ["assets/player.js"] }),
    chunk("assets/player.js"),
    chunk("assets/header.js"),
    chunk("assets/a.js", {
      moduleIds: ["/x/one.md?chapter=a"],
      imports: ["assets/player.js", "assets/header.js", "assets/rings.js"],
    }),
    chunk("assets/rings.js"),
  ];
  fillFileLists(
    Object.fromEntries(bundle.map((one) => [one.fileName, one])) as unknown as Parameters<
      typeof fillFileLists
    >[0],
    SEASON,
  );
  expect(first.code).toBe('"./a.js ./header.js ./rings.js"');
});

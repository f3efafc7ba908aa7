import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { EPISODE, Project, SEASON } from "./vite/project.ts";

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** What the program prints in a project with these episodes, and its exit code. */
async function check(texts: { readonly [folder: string]: string }) {
  const files = Object.entries(texts).map(([folder, text]) => [`episodes/${folder}/en.md`, text]);
  await using project = new Project({ "episodes/season.yaml": SEASON, ...Object.fromEntries(files) });
  const program = [path("node_modules/tsx/dist/cli.mjs"), path("src/tools/check-episodes.ts")];
  const { stdout, status } = spawnSync(process.execPath, program, { cwd: project.root, encoding: "utf8" });
  return { lines: stdout.trimEnd().split("\n"), status };
}

test("a text without problems gives one line with its numbers and the hash of its trace", async () => {
  const { lines, status } = await check({ "07-rings": EPISODE });
  expect(lines).toEqual([
    expect.stringMatching(
      /^episodes\/07-rings\/en\.md: 1 of 2 chapters, 1 step, 0 questions, \d+ frames, trace [0-9a-f]{16}$/,
    ),
  ]);
  expect(status).toBe(0);
});

test("problems are told below their text's line, and the program fails", async () => {
  const text = EPISODE.replace("push", "pusj").replace("slug: rings", "slug: R");
  const { lines, status } = await check({ "06-fine": EPISODE, "07-rings": text });
  expect(lines.slice(1)).toEqual([
    "episodes/07-rings/en.md: 2 problems",
    "  episodes/07-rings/en.md:4:7: slug must be a name of small letters, digits and hyphens; found “R”",
    expect.stringMatching(
      /^ {2}episodes\/07-rings\/en\.md:23:1: there is no operation “pusj”; did you mean “push”\?/,
    ),
    "",
    "2 problems to put right; the format is described in docs/authoring.md.",
  ]);
  expect(status).toBe(1);
});

test("a project without texts says so", async () => {
  const { lines, status } = await check({});
  expect(lines).toEqual(["There are no episodes: each is a file episodes/NN-slug/en.md."]);
  expect(status).toBe(0);
});

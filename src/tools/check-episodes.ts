import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { registry } from "../engine/index.ts";
import { checkEpisode, formatProblem } from "../scenario/parse/index.ts";
import { checkedLine } from "./episode-report.ts";
import { ProjectModules } from "./vite/project-modules.ts";

const root = process.cwd();
const modules = new ProjectModules(root);
let wrong = 0;
for (const path of modules.episodes) {
  const file = relative(root, path);
  const checked = checkEpisode(readFileSync(path, "utf8"), { file, systems: registry, views: modules.views });
  console.log(checkedLine(file, checked, registry));
  for (const problem of checked.problems) console.log(`  ${formatProblem(problem)}`);
  wrong += checked.problems.length;
}
if (modules.episodes.length === 0)
  console.log("There are no episodes: each is a file episodes/NN-slug/en.md.");
if (wrong > 0) {
  console.log(
    `\n${wrong === 1 ? "One problem" : `${wrong} problems`} to put right; the format is described in docs/authoring.md.`,
  );
  process.exitCode = 1;
}

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Plugin } from "vite";
import { registry, type System } from "../../engine/index.ts";
import { checkEpisode, formatProblem } from "../../scenario/parse/index.ts";
import { episodeModule } from "./episode-module.ts";
import { ProjectModules } from "./project-modules.ts";
import { readSeason, seasonFileOf, seasonModule } from "./season-module.ts";

const SEASON = "virtual:season";
const RESOLVED_SEASON = `\0${SEASON}`;

/**
 * Makes `episodes/NN-slug/en.md` a module, and `virtual:season` the overview of them all. A text with problems
 * stops the build, with all of them located; in development the page says so and reloads when the text is saved.
 *
 * @param systems what the texts may name; the default is every system
 */
export function episodes(systems: ReadonlyMap<string, System> = registry): Plugin {
  let root = "";
  let modules = new ProjectModules(root);
  const isText = (file: string) => /\/episodes\/[^/]+\/\w+\.md$/.test(file);
  return {
    name: "episodes",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      modules = new ProjectModules(root);
    },
    resolveId: (id) => (id === SEASON ? RESOLVED_SEASON : undefined),
    load(id) {
      const known = { systems, views: modules.views };
      if (id === RESOLVED_SEASON) {
        const seasonFile = seasonFileOf(root);
        for (const file of [seasonFile, ...modules.episodes]) this.addWatchFile(file);
        return { code: seasonModule(readSeason(seasonFile, modules.episodes, known)), moduleType: "js" };
      }
      if (!isText(id)) return undefined;
      this.addWatchFile(id);
      const file = relative(root, id);
      const { episode, problems } = checkEpisode(readFileSync(id, "utf8"), { file, ...known });
      const [first] = problems;
      if (first !== undefined) {
        const { line, column } = first;
        const many = problems.length === 1 ? "a problem" : `${problems.length} problems`;
        const message = [`${file} has ${many}:`, ...problems.map(formatProblem)].join("\n");
        this.error({ message, id, loc: { file: id, line, column: column - 1 } });
      }
      return { code: episodeModule(episode, systems, modules), moduleType: "js" };
    },
    hotUpdate({ file, modules: affected }) {
      if (!isText(file) && file !== seasonFileOf(root)) return undefined;
      const season = this.environment.moduleGraph.getModuleById(RESOLVED_SEASON);
      return season === undefined ? affected : [...affected, season];
    },
  };
}

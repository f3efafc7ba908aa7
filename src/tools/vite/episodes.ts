import { relative } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { registry, type System } from "../../engine/index.ts";
import type { Names } from "../../scenario/parse/index.ts";
import { fillFileLists } from "./chapter-file-lists.ts";
import { chapterModule } from "./chapter-module.ts";
import { EpisodeTexts } from "./episode-texts.ts";
import { ProjectModules } from "./project-modules.ts";
import { readSeason, seasonFileOf, seasonModule } from "./season-module.ts";

const SEASON = "virtual:season";
const RESOLVED_SEASON = `\0${SEASON}`;

/** A chapter's module is named by the text and the chapter in it. */
const CHAPTER = /^(.*\/episodes\/[^/]+\/\w+\.md)\?chapter=([\w-]+)$/;

/**
 * Makes each chapter of `episodes/NN-slug/en.md` a module, `…/en.md?chapter=<id>`, and `virtual:season` the overview of
 * all episodes. A text with problems stops the build, with all of them located; in development the page says so and
 * reloads when the text is saved.
 *
 * @param systems what the texts may name; the default is every system
 */
export function episodes(systems: ReadonlyMap<string, System> = registry): Plugin {
  let root = "";
  let building = false;
  let modules = new ProjectModules(root);
  let texts = new EpisodeTexts(root);
  const isText = (file: string) => /\/episodes\/[^/]+\/\w+\.md$/.test(file);
  const checked = (context: Rolldown.PluginContext, file: string, known: Names) => {
    const text = texts.checked(file, known);
    const complaint = texts.complaint(file, text);
    if (complaint !== undefined) context.error(complaint);
    return text.episode;
  };
  return {
    name: "episodes",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      building = config.command === "build";
      modules = new ProjectModules(root);
      texts = new EpisodeTexts(root);
    },
    resolveId: (id) => (id === SEASON ? RESOLVED_SEASON : undefined),
    load(id) {
      const known = { systems, views: modules.views };
      if (id === RESOLVED_SEASON) {
        const seasonFile = seasonFileOf(root);
        for (const file of [seasonFile, ...modules.episodes]) this.addWatchFile(file);
        const season = readSeason(seasonFile, modules.episodes, known);
        for (const { file, episode } of season) {
          // In development the chapters tell what is wrong, when the text is good enough for any.
          if (file !== undefined && (building || !episode.made)) checked(this, file, known);
        }
        return { code: seasonModule(season, root, building), moduleType: "js" };
      }
      const [, file, chapterId] = CHAPTER.exec(id) ?? [];
      if (file === undefined) return undefined;
      this.addWatchFile(file);
      const chapter = checked(this, file, known).chapters.find((candidate) => candidate.id === chapterId);
      if (chapter === undefined) this.error(`${relative(root, file)} has no chapter “${chapterId}”`);
      return { code: chapterModule(chapter, systems, modules), moduleType: "js" };
    },
    generateBundle: {
      order: "post",
      handler: (_, bundle) => fillFileLists(bundle, RESOLVED_SEASON),
    },
    hotUpdate({ file, modules: affected }) {
      if (!isText(file) && file !== seasonFileOf(root)) return undefined;
      const season = this.environment.moduleGraph.getModuleById(RESOLVED_SEASON);
      return season === undefined ? affected : [...affected, season];
    },
  };
}

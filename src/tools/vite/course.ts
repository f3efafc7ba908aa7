import type { Plugin } from "vite";
import type { EpisodeOverview } from "../../scenario/index.ts";
import type { CourseParts } from "../package/course-parts.ts";
import { literal } from "./module-text.ts";

const COURSE = "virtual:course";
const RESOLVED = `\0${COURSE}`;

/**
 * Makes `virtual:course` an episode module of the chosen chapters, all of them there from the start. They follow each
 * other without gaps, so that the clock of a course of one chapter begins at 0:00.
 */
export function course({ file, episode, chapters }: CourseParts): Plugin {
  return {
    name: "course",
    resolveId: (id) => (id === COURSE ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      let start = 0;
      const overviews = chapters.map((chapter) => {
        const overview = { ...chapter, start };
        start += chapter.duration;
        return overview;
      });
      const { number, slug, title } = episode;
      const overview: EpisodeOverview = { number, slug, title, duration: start, chapters: overviews };
      const imports = overviews.map(
        ({ id: chapter }, index) =>
          `import chapter${index} from ${JSON.stringify(`${file}?chapter=${chapter}`)};`,
      );
      const entries = overviews.map(
        ({ id: chapter, start: at }, index) =>
          `[${JSON.stringify(chapter)},{...chapter${index},chapter:{...chapter${index}.chapter,start:${at}}}]`,
      );
      const code = `${imports.join("\n")}\nexport default {episode:${literal(overview)},chapters:new Map([${entries.join(",")}])};`;
      return { code, moduleType: "js" };
    },
  };
}

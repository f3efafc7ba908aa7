/** Reading episode texts: for build tools and the authoring page. What a reader loads must not import it. */
export { formatProblem, type Place, type Problem } from "../problem.ts";
export { BLOCKS, type Names } from "./chapter-builder.ts";
export {
  type CheckedEpisode,
  chapterProblems,
  checkEpisode,
  linesOf,
  type Running,
} from "./check-episode.ts";
export { type ParsedEpisode, parseEpisode } from "./parse-episode.ts";
export { printEpisode } from "./print-episode.ts";

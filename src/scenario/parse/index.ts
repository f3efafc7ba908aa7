/** Reading episode texts: for build tools and the authoring page. What a reader loads must not import it. */
export { formatProblem, type Place, type Problem } from "../problem.ts";
export type { Names } from "./chapter-builder.ts";
export { type CheckedEpisode, checkEpisode } from "./check-episode.ts";
export { type ParsedEpisode, parseEpisode } from "./parse-episode.ts";
export { printEpisode } from "./print-episode.ts";

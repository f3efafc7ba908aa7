declare module "*.css";

declare module "virtual:course" {
  /** The chosen chapters as an episode, all of them there. */
  const course: import("../player/episode-module.ts").EpisodeModule;
  export default course;
}

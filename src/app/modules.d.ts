// What the build makes of files that are not code.

declare module "*/en.md" {
  const module: import("../player/episode-module.ts").EpisodeModule;
  export default module;
}

declare module "*?listing" {
  const listing: import("../scenario/index.ts").Listing;
  export default listing;
}

declare module "virtual:season" {
  type EpisodeModule = import("../player/episode-module.ts").EpisodeModule;

  /** The episodes of the season in order; those whose text exists can be loaded. */
  const season: readonly (import("../scenario/index.ts").SeasonEpisode & {
    readonly load?: () => Promise<EpisodeModule>;
  })[];
  export default season;
}

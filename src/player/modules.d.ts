// What the build makes of files that are not code.

declare module "*?listing" {
  const listing: import("../scenario/index.ts").Listing;
  export default listing;
}

declare module "virtual:listings" {
  type Listing = import("../scenario/index.ts").Listing;

  /** How to load the listing of each structure that a system shows. */
  const listings: ReadonlyMap<string, () => Promise<Listing>>;
  export default listings;
}

declare module "virtual:season" {
  /** The episodes of the season in order, and how to load each chapter that is made, by id. */
  const season: readonly import("./loading/announced-episode.ts").AnnouncedEpisode[];
  export default season;
}

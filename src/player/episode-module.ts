import type { System } from "../engine/index.ts";
import type { Episode, Listing } from "../scenario/index.ts";
import type { View } from "../views/view.ts";

/** What an episode's text is compiled to: the episode and everything it needs to be played. */
export interface EpisodeModule {
  readonly episode: Episode;
  /** Exactly the systems that the episode names, by id. */
  readonly systems: ReadonlyMap<string, System>;
  /** What the chapters' first scenes show: views by id, listings by structure. */
  readonly views: ReadonlyMap<string, View>;
  readonly listings: ReadonlyMap<string, Listing>;
  /** What later scenes show besides, to be sent for when they come near. */
  readonly laterViews?: ReadonlyMap<string, () => Promise<View>>;
  readonly laterListings?: ReadonlyMap<string, () => Promise<Listing>>;
}

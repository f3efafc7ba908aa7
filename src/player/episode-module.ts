import type { Frame, System } from "../engine/index.ts";
import type { Chapter, EpisodeOverview, Listing } from "../scenario/index.ts";
import type { View } from "../views/view.ts";

/** An episode as a player is given it: what is known of all chapters, and how to have each. */
export interface EpisodeModule {
  readonly episode: EpisodeOverview;
  /** The chapters that are there already, by id; the one to open first is among them. */
  readonly chapters: ReadonlyMap<string, ChapterModule>;
  /** The others that are made, to be sent for when they are asked for. */
  readonly laterChapters?: ReadonlyMap<string, () => Promise<ChapterModule>>;
}

/** What a chapter's text is compiled to: the chapter and everything it needs to be played. */
export interface ChapterModule {
  readonly chapter: Chapter;
  /** The frame that it opens with, where that is known before any system has come: the picture need not wait for one. */
  readonly opening?: Frame;
  /** Systems that are there already, by id: those of all scenes that are not in `laterSystems`. */
  readonly systems: ReadonlyMap<string, System>;
  /** The views of its first scene by id, and listings that are there already by structure. */
  readonly views: ReadonlyMap<string, View>;
  readonly listings: ReadonlyMap<string, Listing>;
  /** What later scenes show besides, to be sent for when they come near, and listings when the code is looked at. */
  readonly laterViews?: ReadonlyMap<string, () => Promise<View>>;
  readonly laterListings?: ReadonlyMap<string, () => Promise<Listing>>;
  /** Systems of scenes all of whose operations are counted; of the first only where the opening is known. */
  readonly laterSystems?: ReadonlyMap<string, () => Promise<System>>;
}

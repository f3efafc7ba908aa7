/** One of the seven episodes as the season page shows it. Plain data. */
export interface SeasonEpisode extends EpisodeOverview {
  /** The question it begins with. */
  readonly problem: string;
  /** The data structure. */
  readonly structure: string;
  /** The real system that is built from it. */
  readonly system: string;
  /** What one has understood at the end. */
  readonly insight: string;
  /** Whether there is anything to watch yet. */
  readonly made: boolean;
  /** Only when it is made, if only in part. */
  readonly summary?: string;
}

/** An episode without what is in its chapters. */
export interface EpisodeOverview {
  readonly number: number;
  /** As links name it: `ring-buffers`. */
  readonly slug: string;
  readonly title: string;
  /** Length when played at 1×, in seconds; 0 while it has no text. */
  readonly duration: number;
  readonly chapters: readonly ChapterOverview[];
}

export interface ChapterOverview {
  /** As links name it: `overwrite`. */
  readonly id: string;
  readonly title: string;
  /** A title of one or two words for the timeline. */
  readonly short: string;
  /** In seconds from the start of the episode. */
  readonly start: number;
  readonly duration: number;
  /** How many steps it has; 0 for a chapter that is not yet made. */
  readonly steps: number;
}

/** One of the seven episodes as the season page shows it. Plain data. */
export interface SeasonEpisode {
  readonly number: number;
  /** As links name it: `ring-buffers`. */
  readonly slug: string;
  readonly title: string;
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
  /** These only when it is made, if only in part. */
  readonly summary?: string;
  /** In seconds. */
  readonly duration?: number;
  readonly chapters: readonly SeasonChapter[];
}

export interface SeasonChapter {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** In seconds from the start of the episode. */
  readonly start: number;
  readonly duration: number;
  /** How many steps it has; 0 for a chapter that is not yet made. */
  readonly steps: number;
}

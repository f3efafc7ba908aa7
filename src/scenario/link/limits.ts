/** What a link to a run may hold. Whoever opens one must not be kept waiting, whatever stands in it. */
export const LIMITS = {
  /** Inputs. */
  inputs: 2_000,
  /** Characters of one line. */
  line: 2_000,
  /** Characters of all lines together. */
  script: 20_000,
  /** Frames that the inputs make. */
  frames: 200_000,
} as const;

/** What a link or a file may hold of a run. Whoever opens one must not be kept waiting, whatever stands in it. */
export const LIMITS = {
  /** Inputs. */
  inputs: 10_000,
  /** Characters of one line: so many picks in a row are one. */
  line: 50_000,
  /** Characters of all lines together. */
  script: 1_000_000,
  /** Frames that the inputs make. */
  frames: 200_000,
  /** Bytes that a compressed query may unfold to: a script may be full of what an address writes as %E2%80%93. */
  unpacked: 4_000_000,
} as const;

/** Characters of a query. */
export const QUERY = {
  /** Up to here it is written to be read by people. With the site's own address it stays under 2,000, which every program allows. */
  readable: 1_850,
  /** Beyond this, also compressed, there is no link, but a file may hold the run. */
  longest: 8_000,
} as const;

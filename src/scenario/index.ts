export { type Answer, judge, type Outcome, predict, threadNames } from "./answer.ts";
export { chapterHash } from "./chapter-hash.ts";
export type * from "./episode.ts";
export { listedStructures } from "./listed-structures.ts";
export type * from "./listing.ts";
export { litLine } from "./lit-line.ts";
export { type Reading, readComparison, readOperand, SIGNS } from "./read-comparison.ts";
export type * from "./season.ts";
export { type Moment, Track } from "./track.ts";

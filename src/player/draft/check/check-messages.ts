import type { Chapter, EpisodeOverview } from "../../../scenario/index.ts";
import type { Problem } from "../../../scenario/problem.ts";
import type { StateAt } from "./state-at.ts";

/** A text to be checked. */
export interface CheckRequest {
  readonly text: string;
  /** Ids of the views there are. */
  readonly views: readonly string[];
  /** Id of the chapter to run first: the one on show. */
  readonly first?: string;
}

/** Where the parts of a chapter stand in the text: lines, counted from 1. */
export interface ChapterPlaces {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly scenes: readonly number[];
  /** Where each step begins, and where each of its operations stands. */
  readonly steps: readonly { readonly line: number; readonly inputs: readonly number[] }[];
}

/** What checking tells, in this order. */
export type CheckMessage =
  | {
      readonly kind: "parsed";
      readonly episode: EpisodeOverview;
      readonly chapters: readonly ChapterPlaces[];
      readonly problems: readonly Problem[];
    }
  /** A chapter has been run, or its text is wrong; it can be played when it is there. */
  | {
      readonly kind: "chapter";
      readonly index: number;
      readonly problems: readonly Problem[];
      readonly chapter?: Chapter;
    }
  | { readonly kind: "done" };

/** What is asked of the worker. A newer check calls off an older one. */
export type WorkerRequest =
  | ({ readonly kind: "check"; readonly id: number } & CheckRequest)
  | {
      readonly kind: "state";
      readonly id: number;
      readonly text: string;
      readonly views: readonly string[];
      readonly line: number;
      readonly path: string;
    };

/** What the worker tells. `at` is the line that it is about to do. */
export type WorkerMessage = { readonly id: number } & (
  | { readonly kind: "told"; readonly message: CheckMessage }
  | { readonly kind: "at"; readonly line: number }
  | { readonly kind: "state"; readonly state: StateAt | null }
  | { readonly kind: "failed"; readonly message: string }
);

import type { CourseResult } from "../record/result.ts";

/** How the learner was let in. Only in `normal` anything that counts is told. */
export type Mode = "normal" | "browse" | "review";

/** What the system says when the course is opened in it. */
export interface Opening {
  readonly mode: Mode;
  /** Tells learners apart who share a browser; never shown. */
  readonly learner: string;
  /** The text of the record that was told last; empty when there is none. */
  readonly kept: string;
  /** The share of right answers that the teacher wants, where the system has one of its own. */
  readonly mastery?: number;
  /** Where to send the learner who leaves. */
  readonly returnTo?: string;
}

/** A question and what the learner answered. */
export interface Answered {
  readonly key: string;
  readonly question: string;
  readonly kind: "choice" | "number" | "text";
  /** The options of a choice. */
  readonly options: readonly string[];
  readonly given: string;
  readonly right: boolean;
}

/** All that is told of a learner, each time anew: who was told nothing for a while has missed nothing. */
export interface Report {
  /** The record as a text, no longer than `recordLimit`. */
  readonly kept: string;
  /** The place, for people: `overwrite/4`, steps counted from 1. */
  readonly place: string;
  readonly result: CourseResult;
  /** What has been answered since the record that the system gave, in the order in which it was. */
  readonly answered: readonly Answered[];
  /** How long the course was on the screen in this sitting. */
  readonly seconds: number;
}

/**
 * The system that a course is shown in: a learning management system by one of the standards, or the browser alone.
 * What fails may be tried again, and is then told whole.
 */
export interface Lms {
  /** How many characters of a record it keeps. */
  readonly recordLimit: number;
  /** @throws LmsProblem when it does not answer */
  open(): Promise<Opening>;
  /**
   * @returns what it cannot keep at all, in words such as “your place”
   * @throws LmsProblem when it did not take it
   */
  tell(report: Report): Promise<readonly string[]>;
  /**
   * The last report of this sitting. The page is being closed: there is no time to wait for an answer.
   *
   * @returns whether it is known to be kept
   * @throws LmsProblem when it did not take it
   */
  leave(report: Report): boolean;
}

/** Something that a system did not do, in words that can stand in a sentence after a colon. */
export class LmsProblem extends Error {
  /** Whether trying again can help. */
  readonly lasting: boolean;

  constructor(message: string, { lasting = false } = {}) {
    super(message);
    this.lasting = lasting;
  }
}

import { createStore } from "zustand/vanilla";
import type { EpisodeModule } from "../player/episode-module.ts";
import type { AnswerBook } from "../player/store/answer-book.ts";
import { answeredSince } from "./answered-since.ts";
import type { CourseDefinition } from "./definition.ts";
import { Delivery } from "./delivery/delivery.ts";
import type { LocalCopy } from "./delivery/local-copy.ts";
import type { Lms, Mode, Opening, Report } from "./lms/lms.ts";
import { type CourseRecord, freshRecord, merged, withSeen } from "./record/course-record.ts";
import { printRecord, readRecord } from "./record/record-text.ts";
import { type CourseResult, resultOf } from "./record/result.ts";

/** Everything the course page shows of a learner follows from this. */
export interface SittingState {
  readonly record: CourseRecord;
  readonly result: CourseResult;
  readonly mode: Mode;
  readonly mastery: number;
  /** Grows when a record came from the system, and the page must follow it. */
  readonly arrivals: number;
  /** Whether what the system has not taken would survive the page. */
  readonly kept: boolean;
  readonly returnTo?: string;
}

interface Parts {
  readonly course: EpisodeModule;
  readonly definition: CourseDefinition;
  readonly lms: Lms;
  readonly local: LocalCopy;
  /** How long the course has been on the screen. */
  readonly seconds: () => number;
}

/** One time that a learner has a course open: how they stand, and that the system is told of it. */
export class Sitting {
  readonly store;
  readonly delivery: Delivery;
  readonly #parts: Parts;
  /** The answers that the system knew when it let the learner in. */
  #known: AnswerBook = new Map();

  constructor(parts: Parts) {
    this.#parts = parts;
    const { course, definition, local } = parts;
    const record = readRecord(local.read(), course) ?? freshRecord(course);
    this.store = createStore<SittingState>(() => ({
      record,
      result: resultOf(record, course, definition.mastery),
      mode: "normal",
      mastery: definition.mastery,
      arrivals: 0,
      kept: true,
    }));
    this.delivery = new Delivery(parts.lms, {
      onOpen: (opening) => this.#opened(opening),
      report: () => this.#report(),
      onTold: (missing) => {
        if (missing.length === 0) local.clear();
      },
    });
  }

  /** The learner is at a step. */
  at(chapter: string, step: number): void {
    const { record } = this.store.getState();
    if (record.chapter !== chapter || record.step !== step) this.#change({ ...record, chapter, step }, false);
  }

  /** The learner has seen a step to its end. */
  seen(chapter: string, step: number): void {
    const { record } = this.store.getState();
    const next = withSeen(record, chapter, step);
    if (next !== record) this.#change(next, false);
  }

  answered(answers: AnswerBook): void {
    const { record } = this.store.getState();
    if (answers !== record.answers) this.#change({ ...record, answers }, true);
  }

  leave(): void {
    this.delivery.leave();
  }

  #change(record: CourseRecord, important: boolean): void {
    const { result: before, mode } = this.store.getState();
    this.#put(record);
    if (mode !== "normal") return;
    const { result } = this.store.getState();
    this.#keep();
    this.delivery.note(important || result.complete !== before.complete);
  }

  #put(record: CourseRecord): void {
    this.store.setState(({ mastery }) => ({ record, result: resultOf(record, this.#parts.course, mastery) }));
  }

  /** In the browser too, until the system has taken it. */
  #keep(): void {
    const { local, course } = this.#parts;
    const kept = local.write(printRecord(this.store.getState().record, course, Number.POSITIVE_INFINITY));
    if (kept !== this.store.getState().kept) this.store.setState({ kept });
  }

  #opened({ mode, learner, kept, mastery, returnTo }: Opening): void {
    const { course, definition, local } = this.#parts;
    const { record } = this.store.getState();
    local.known(learner);
    const told = readRecord(kept, course);
    // Left behind when an earlier sitting could not tell it.
    const unsent = mode === "normal" ? readRecord(local.read(), course) : undefined;
    this.#known = told?.answers ?? new Map();
    const earlier = told && unsent ? merged(told, unsent) : (unsent ?? told);
    const begun = record.seen.size > 0 || record.answers.size > 0;
    this.store.setState(({ arrivals }) => ({
      mode,
      mastery: mastery ?? definition.mastery,
      arrivals: earlier === undefined ? arrivals : arrivals + 1,
      ...(returnTo === undefined ? {} : { returnTo }),
    }));
    this.#put(earlier === undefined ? record : begun ? merged(earlier, record) : earlier);
  }

  #report(): Report {
    const { course, lms, seconds } = this.#parts;
    const { record, result } = this.store.getState();
    return {
      kept: printRecord(record, course, lms.recordLimit),
      place: `${record.chapter}/${record.step + 1}`,
      result,
      answered: answeredSince(this.#known, record.answers, course),
      seconds: seconds(),
    };
  }
}

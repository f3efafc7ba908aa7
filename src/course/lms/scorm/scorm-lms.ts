import type { Answered, Lms, Mode, Opening, Report } from "../lms.ts";
import { type Calls, ScormSession } from "./scorm-session.ts";

/** An element of the data model, by its whole name, and its value. */
export type Setting = readonly [element: string, value: string | number];

/** What the two standards have in common, in the words of one of them. */
export interface Dialect {
  readonly calls: Calls;
  readonly recordLimit: number;
  readonly elements: {
    readonly mode: string;
    readonly learner: string;
    readonly kept: string;
    readonly mastery: string;
    readonly place: string;
  };
  /** The share from 0 to 1 that the system's own text for a mastery score means. */
  mastery(text: string): number;
  /** How long it was, and that the learner is to come back to where they were. */
  sitting(seconds: number): readonly Setting[];
  /** How well the learner does; not all systems keep all of it. */
  standing(report: Report): readonly Setting[];
  /** How far they are, in the one word that every system keeps. */
  status(report: Report): Setting;
  /** The fields of an interaction, the one that names it first. */
  interaction(answered: Answered, at: Date): readonly Setting[];
}

/** A system that speaks SCORM. */
export class ScormLms implements Lms {
  readonly recordLimit: number;
  readonly #dialect: Dialect;
  readonly #session: ScormSession;
  #mode: Mode | undefined;
  /** The answers that it has been told in this sitting, by question. */
  readonly #told = new Map<string, string>();

  /** @param window of the course */
  constructor(dialect: Dialect, window: Window) {
    this.#dialect = dialect;
    this.#session = new ScormSession(dialect.calls, window);
    this.recordLimit = dialect.recordLimit;
  }

  async open(): Promise<Opening> {
    const { elements } = this.#dialect;
    const session = this.#session;
    session.open(elements.kept);
    const told = session.get(elements.mode);
    const mode = told === "browse" || told === "review" ? told : "normal";
    const wanted = session.get(elements.mastery).trim();
    const mastery = this.#dialect.mastery(wanted);
    const opening = {
      mode,
      learner: session.get(elements.learner),
      kept: session.get(elements.kept),
      ...(wanted !== "" && mastery >= 0 && mastery <= 1 ? { mastery } : {}),
    } as const;
    this.#mode = mode;
    return opening;
  }

  async tell(report: Report): Promise<readonly string[]> {
    return this.#tell(report);
  }

  leave(report: Report): boolean {
    const missing = this.#tell(report);
    this.#session.close();
    return missing.length === 0;
  }

  #tell(report: Report): readonly string[] {
    const { elements, sitting, standing, status } = this.#dialect;
    const session = this.#session;
    const missing: string[] = [];
    session.open(elements.kept);
    this.#set(sitting(report.seconds));
    if (this.#mode === "normal") {
      if (!session.set(elements.kept, report.kept)) missing.push("your place and your answers");
      session.set(elements.place, report.place);
      this.#set(standing(report));
      for (const answered of report.answered) this.#interaction(answered);
      const [element, word] = status(report);
      if (!session.set(element, word)) missing.push("that you have completed it");
    }
    session.commit();
    return missing;
  }

  #interaction(answered: Answered): void {
    if (this.#told.get(answered.key) === answered.given) return;
    const count = this.#session.get("cmi.interactions._count");
    if (!/^\d+$/.test(count)) return;
    const fields = this.#dialect.interaction(answered, new Date());
    const [[name, id] = ["", ""], ...others] = fields.map(
      ([field, value]) => [`cmi.interactions.${count}.${field}`, value] as const,
    );
    if (this.#session.set(name, id)) this.#set(others);
    this.#told.set(answered.key, answered.given);
  }

  #set(settings: readonly Setting[]): void {
    for (const [element, value] of settings) this.#session.set(element, value);
  }
}

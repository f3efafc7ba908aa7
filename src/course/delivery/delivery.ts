import { createStore } from "zustand/vanilla";
import { type Lms, LmsProblem, type Opening, type Report } from "../lms/lms.ts";

/** How it stands between a course and its system. */
export interface Link {
  /** `silent`: it does not answer and is tried again. `over`: it will not answer in this sitting any more. */
  readonly kind: "opening" | "open" | "silent" | "over";
  /** What was last said to it has been taken. */
  readonly told: boolean;
  /** Why it is silent or over, in words that can stand after a colon. */
  readonly problem: string;
  /** What it cannot keep. */
  readonly missing: readonly string[];
}

/** Steps are told of together: so many ms after the first of them. */
const TOGETHER = 8_000;
/** How long to wait before it is tried again, in ms: at first, and at most. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

interface Wishes {
  /** The system let the learner in; at first, or after it was silent. */
  readonly onOpen: (opening: Opening) => void;
  /** How the learner stands now. */
  readonly report: () => Report;
  /** Everything up to a report has been taken. */
  readonly onTold: (missing: readonly string[]) => void;
}

/**
 * Tells a system how a learner stands, again and again until it has taken it. Each report is whole: only the last one
 * matters, however long the system was silent.
 */
export class Delivery {
  readonly link = createStore<Link>(() => ({ kind: "opening", told: true, problem: "", missing: [] }));
  readonly #lms: Lms;
  readonly #wishes: Wishes;
  #opened = false;
  #busy = false;
  #left = false;
  /** Something has changed since the last report. */
  #changed = false;
  #wait = FIRST_WAIT;
  #timer: { readonly at: number; readonly id: ReturnType<typeof setTimeout> } | undefined;

  constructor(lms: Lms, wishes: Wishes) {
    this.#lms = lms;
    this.#wishes = wishes;
  }

  /** Something has changed. @param now whether it should be told at once */
  note(now: boolean): void {
    this.#changed = true;
    this.link.setState({ told: false });
    const { kind } = this.link.getState();
    if (kind === "open") this.#in(now ? 0 : TOGETHER);
  }

  /** Try now, whatever was planned: the network is back, or the page is being hidden. */
  async now(): Promise<void> {
    this.#clear();
    if (this.#busy || this.#left || this.link.getState().kind === "over") return;
    this.#busy = true;
    try {
      if (!this.#opened) {
        const opening = await this.#lms.open();
        this.#opened = true;
        this.link.setState({ kind: "open", problem: "" });
        this.#wishes.onOpen(opening);
        this.#changed = true;
      }
      if (this.#changed && !this.#left) {
        this.#changed = false;
        const missing = await this.#lms.tell(this.#wishes.report());
        this.link.setState({ kind: "open", problem: "", missing, told: !this.#changed });
        if (!this.#changed) this.#wishes.onTold(missing);
      }
      this.#wait = FIRST_WAIT;
      if (this.#changed) this.#in(TOGETHER);
    } catch (error) {
      this.#changed = true;
      this.#fail(error);
    } finally {
      this.#busy = false;
    }
  }

  /** The page is being closed. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#clear();
    if (!this.#opened) return;
    try {
      if (this.#lms.leave(this.#wishes.report())) this.#wishes.onTold(this.link.getState().missing);
    } catch {
      // What was not taken is in the browser.
    }
  }

  #fail(error: unknown): void {
    const over = error instanceof LmsProblem && error.lasting;
    const problem = error instanceof Error ? error.message : String(error);
    this.link.setState({ kind: over ? "over" : "silent", problem, told: false });
    if (over) return;
    this.#in(this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  /** Have it done in some ms, or sooner if that is planned already. */
  #in(ms: number): void {
    const at = Date.now() + ms;
    if (this.#timer !== undefined && this.#timer.at <= at) return;
    this.#clear();
    if (this.#left) return;
    this.#timer = { at, id: setTimeout(() => this.now(), ms) };
  }

  #clear(): void {
    clearTimeout(this.#timer?.id);
    this.#timer = undefined;
  }
}

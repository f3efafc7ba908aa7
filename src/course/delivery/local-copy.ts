import type { Shelf } from "../../app/storage/kept.ts";
import { fnv1a } from "../../engine/kernel/hash.ts";

/**
 * What has not reached the course system yet, kept in the browser until it has. It is kept for the learner, whom the
 * name does not give away; while it is not known who learns, only for as long as the tab is open, since the next one at
 * this computer may be somebody else.
 */
export class LocalCopy {
  readonly #browser: Shelf | undefined;
  readonly #tab: Shelf | undefined;
  readonly #course: string;
  #learner = "";

  /** @param course its id */
  constructor(course: string, browser: Shelf | undefined, tab: Shelf | undefined) {
    this.#course = course;
    this.#browser = browser;
    this.#tab = tab;
  }

  /** What was kept before it was known who learns is theirs. */
  known(learner: string): void {
    const before = this.read();
    if (before !== "") this.clear();
    this.#learner = learner;
    if (before !== "" && this.read() === "") this.write(before);
  }

  /** Empty when there is none. */
  read(): string {
    try {
      return this.#shelf?.getItem(this.#name) ?? "";
    } catch {
      return "";
    }
  }

  /** @returns whether the browser keeps it */
  write(text: string): boolean {
    try {
      this.#shelf?.setItem(this.#name, text);
      return this.#shelf !== undefined;
    } catch {
      return false;
    }
  }

  clear(): void {
    if (this.read() !== "") this.write("");
  }

  get #shelf(): Shelf | undefined {
    return this.#learner === "" ? this.#tab : this.#browser;
  }

  get #name(): string {
    const whose = this.#learner === "" ? "" : `/${fnv1a(this.#learner).toString(36)}`;
    return `invisible-linked-list/unsent/${this.#course}${whose}`;
  }
}

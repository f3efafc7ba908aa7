/** How long the page may be busy before the first pause, in ms: what takes no longer is there at once. */
const FIRST = 40;
/** And between two pauses, in which it answers to the reader. */
const SLICE = 12;

/** Work that takes a while, done in slices so that the page stays responsive. The first is done when it is made. */
export class Slices<T> {
  /** What came of it, once it has. */
  result: { readonly value: T } | undefined;
  readonly #work: Generator<void, T>;

  /** @throws whatever the work throws */
  constructor(work: Generator<void, T>) {
    this.#work = work;
    this.#go(FIRST);
  }

  /**
   * Do the rest. Rejects with whatever the work throws.
   *
   * @param isWanted asked before each slice; once it says no, the work is left as it is
   * @returns what came of it; undefined when it was not wanted any more
   */
  async finish(isWanted: () => boolean): Promise<T | undefined> {
    while (this.result === undefined) {
      await new Promise((go) => setTimeout(go));
      if (!isWanted()) return undefined;
      this.#go(SLICE);
    }
    return this.result.value;
  }

  #go(ms: number): void {
    const end = performance.now() + ms;
    while (this.result === undefined) {
      const { done, value } = this.#work.next();
      if (done === true) this.result = { value };
      else if (performance.now() >= end) return;
    }
  }
}

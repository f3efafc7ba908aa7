/** A set of whole numbers that are given out one after the other: a bit for each. */
export class IdSet {
  #words = new Uint32Array(4);

  has(id: number): boolean {
    return ((this.#words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** Returns false when it was there already. */
  add(id: number): boolean {
    if (this.has(id)) return false;
    const word = id >>> 5;
    if (word >= this.#words.length) {
      const grown = new Uint32Array(2 * (word + 1));
      grown.set(this.#words);
      this.#words = grown;
    }
    this.#words[word] = (this.#words[word] as number) | (1 << (id & 31));
    return true;
  }
}

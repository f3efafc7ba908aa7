const BITS = 5;
const WIDTH = 1 << BITS;
const MASK = WIDTH - 1;

type Node<T> = readonly (T | Node<T>)[];

/**
 * A list of which every version stays valid: `with` copies one path of a 32-way tree and shares the rest, so
 * that keeping ten thousand snapshots of a large array costs little more than keeping one.
 * (Bagwell's vector tries, as in Clojure.)
 */
export class PersistentVector<T> {
  readonly length: number;
  readonly #root: Node<T>;
  readonly #shift: number;

  private constructor(length: number, root: Node<T>, shift: number) {
    this.length = length;
    this.#root = root;
    this.#shift = shift;
  }

  /** `length` times the same value. All leaves are one and the same array, so any length costs the same. */
  static filled<T>(length: number, value: T): PersistentVector<T> {
    let node: Node<T> = new Array<T>(WIDTH).fill(value);
    let shift = 0;
    while (1 << (shift + BITS) < length) {
      node = new Array<Node<T>>(WIDTH).fill(node);
      shift += BITS;
    }
    return new PersistentVector(length, node, shift);
  }

  /** A list of these values. */
  static from<T>(values: Iterable<T>): PersistentVector<T> {
    let list = new PersistentVector<T>(0, new Array<T>(WIDTH), 0);
    for (const value of values) list = list.push(value);
    return list;
  }

  /** The value at `index`, or undefined outside 0 … length − 1. */
  at(index: number): T | undefined {
    if (index < 0 || index >= this.length) return undefined;
    let node = this.#root;
    for (let shift = this.#shift; shift > 0; shift -= BITS) node = node[(index >>> shift) & MASK] as Node<T>;
    return node[index & MASK] as T;
  }

  /** This list with one value replaced. @throws RangeError outside 0 … length − 1 */
  with(index: number, value: T): PersistentVector<T> {
    if (!(Number.isInteger(index) && index >= 0 && index < this.length)) {
      throw new RangeError(`index must be from 0 to ${this.length - 1}; got ${index}`);
    }
    return new PersistentVector(this.length, replace(this.#root, this.#shift, index, value), this.#shift);
  }

  /** This list with one more value at its end. */
  push(value: T): PersistentVector<T> {
    const { length } = this;
    const full = length === 1 << (this.#shift + BITS);
    // What the new places of the root hold does not matter before they belong to the list: then each has been written.
    const root: Node<T> = full ? new Array<Node<T>>(WIDTH).fill(this.#root) : this.#root;
    const shift = full ? this.#shift + BITS : this.#shift;
    return new PersistentVector(length + 1, replace(root, shift, length, value), shift);
  }

  /**
   * This list with `change` applied to every value. What does not change stays shared, and a part that stands in several
   * places is changed once, so a list that is `filled` but for a few values is changed in a few steps.
   */
  map(change: (value: T) => T): PersistentVector<T> {
    const root = mapped(this.#root, this.#shift, change, new Map());
    return root === this.#root ? this : new PersistentVector(this.length, root, this.#shift);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let index = 0; index < this.length; index++) yield this.at(index) as T;
  }

  toJSON(): T[] {
    return [...this];
  }
}

function replace<T>(node: Node<T>, shift: number, index: number, value: T): Node<T> {
  const copy = node.slice();
  const place = (index >>> shift) & MASK;
  copy[place] = shift === 0 ? value : replace(node[place] as Node<T>, shift - BITS, index, value);
  return copy;
}

function mapped<T>(
  node: Node<T>,
  shift: number,
  change: (value: T) => T,
  known: Map<Node<T>, Node<T>>,
): Node<T> {
  const before = known.get(node);
  if (before !== undefined) return before;
  const copy =
    shift === 0
      ? (node as readonly T[]).map(change)
      : (node as readonly Node<T>[]).map((child) => mapped(child, shift - BITS, change, known));
  const after = copy.every((entry, i) => Object.is(entry, node[i])) ? node : copy;
  known.set(node, after);
  return after;
}

/** As much of `Storage` as is needed. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** How something is kept: under which name, in which version, and how to tell that it is what it should be. */
export interface Codec<T> {
  readonly name: string;
  readonly version: number;
  readonly empty: T;
  /** The value if it is one, with what is missing filled in; undefined otherwise. */
  read(value: unknown): T | undefined;
}

/** Something that is kept from one visit to the next, or for this visit only where keeping is not possible. */
export class Kept<T> {
  readonly #codec: Codec<T>;
  readonly #shelf: Shelf | undefined;
  #value: T;
  /** False once something could not be written. */
  lasting: boolean;

  constructor(codec: Codec<T>, shelf: Shelf | undefined) {
    this.#codec = codec;
    this.#shelf = shelf;
    this.lasting = shelf !== undefined;
    this.#value = this.#load();
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    const { name, version } = this.#codec;
    try {
      this.#shelf?.setItem(name, JSON.stringify({ version, value }));
    } catch {
      this.lasting = false;
    }
  }

  #load(): T {
    const { name, version, empty } = this.#codec;
    try {
      const stored: unknown = JSON.parse(this.#shelf?.getItem(name) ?? "null");
      if (!isRecord(stored) || stored.version !== version) return empty;
      return this.#codec.read(stored.value) ?? empty;
    } catch {
      return empty;
    }
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

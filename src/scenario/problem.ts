/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something in an episode's text that must be put right: where it is, and a sentence that says what would be right. */
export interface Problem extends Place {
  readonly file: string;
  readonly message: string;
}

/** `episodes/07-ring-buffers/en.md:31:6: there is no operation “pusj”; did you mean “push”? …` */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** Gathers the problems of one file, so that an author sees all of them at once. */
export class Report {
  readonly file: string;
  readonly #problems: Problem[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** Note a problem; a sentence without its full stop. */
  add({ line, column }: Place, message: string): void {
    this.#problems.push({ file: this.file, line, column, message });
  }

  /** Everything noted, in the order of the text. */
  get problems(): readonly Problem[] {
    return this.#problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }
}

/** Where each part of an episode stands in its text, so that what a run finds wrong can be located too. */
export class Places {
  readonly #places = new WeakMap<object, Place>();

  /** Remember where a part stands, and give the part back. */
  mark<T extends object>(part: T, place: Place): T {
    this.#places.set(part, place);
    return part;
  }

  /** Where a part stands; the start of the text for one that was not read from it. */
  of(part: object): Place {
    return this.#places.get(part) ?? { line: 1, column: 1 };
  }
}

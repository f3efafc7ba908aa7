/** The source that is running, ready to be shown: no trace calls, no noise, and the line that each mark belongs to. */
export interface Listing {
  /** The class's name: `OverwritingRingBuffer`. */
  readonly structure: string;
  readonly languages: readonly {
    readonly language: "typescript" | "python";
    readonly methods: { readonly [name: string]: ListedMethod };
  }[];
}

/** A method and, after an empty line each, the small methods that it calls. */
export interface ListedMethod {
  readonly lines: readonly (readonly Token[])[];
  /** The line of the signature, counted from 0. */
  readonly call: number;
  /** The lines that each mark belongs to, in source order; several when the mark stands in several places. */
  readonly marks: { readonly [mark: string]: readonly number[] };
  /** Every place in the code at which a frame may stand, in source order; see `litLine`. */
  readonly sites: readonly Site[];
  /** The sites, as indices, that a call may come to first. */
  readonly first: readonly number[];
}

/** A place in the code at which a frame may stand. */
export interface Site {
  /** The structure's own mark, or `return` or `throw` for a statement that ends the method. */
  readonly mark: string;
  readonly line: number;
  /** The sites, as indices, that the code may come to next. */
  readonly next: readonly number[];
}

export interface Token {
  readonly text: string;
  readonly kind: "plain" | "keyword" | "string" | "number" | "comment" | "function" | "type";
}

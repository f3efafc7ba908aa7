import type { Plain } from "../kernel/plain.ts";

/** `size = 8`: a path into the state (or `result`, the last operation's result) compared with a value or another path. */
export interface Comparison {
  readonly left: Operand;
  readonly sign: "=" | "!=" | "<" | "<=" | ">" | ">=";
  readonly right: Operand;
}

export type Operand =
  | { readonly kind: "path"; readonly path: readonly (string | number)[] }
  | { readonly kind: "value"; readonly value: Plain };

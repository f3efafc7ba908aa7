import type { Site } from "../../../scenario/index.ts";

/** A method as text, not yet highlighted. */
export interface PlainMethod {
  readonly lines: readonly string[];
  readonly sites: readonly Site[];
  readonly first: readonly number[];
}

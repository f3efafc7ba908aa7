import type { Progress, SearchResult } from "../../engine/explore/search.ts";
import type { Input, Plain } from "../../engine/index.ts";

/** What a worker is to search: a setup by its system's id, and what was done before. */
export interface SearchRequest {
  readonly system: string;
  readonly parameters: { readonly [name: string]: Plain };
  readonly seed: number;
  readonly inputs: readonly Input[];
}

/** What a search tells: how far it has come, and in the end what came of it, or why it failed. */
export type SearchMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "result"; readonly result: SearchResult }
  | { readonly kind: "error"; readonly message: string };

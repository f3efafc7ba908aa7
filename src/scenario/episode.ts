import type { Comparison, Input, Operand, Plain } from "../engine/index.ts";

/** An episode, checked: what the parser makes of an episode's text. Plain data. */
export interface Episode {
  /** As links name it: `ring-buffers`. */
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  /** Length when played at 1×, in seconds. */
  readonly duration: number;
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  /** As links name it: `overwrite`. */
  readonly id: string;
  readonly title: string;
  /** A title of one or two words for the timeline. */
  readonly short: string;
  /** When it begins in the episode and how long it plays at 1×, in seconds. */
  readonly start: number;
  readonly duration: number;
  readonly scenes: readonly Scene[];
  /** Empty for a chapter that is announced and not yet made. */
  readonly beats: readonly Beat[];
}

/** A system set up to be shown. Every beat belongs to one; a new one starts afresh. */
export interface Scene {
  readonly system: string;
  readonly parameters: { readonly [name: string]: Plain };
  readonly seed: number;
  /** Ids of the views to show, the main one first. */
  readonly views: readonly string[];
  /** Where the items come from, in a few words: “stock ticker · 100,000 trades/s”. */
  readonly stream?: string;
  /** Ids of the invariants that this scene is there to break: the check demands that each of them does break. */
  readonly broken?: readonly string[];
}

/** One thought: what is said, what is done, and perhaps a question about what comes next. */
export interface Beat {
  /** Index into the chapter's scenes. */
  readonly scene: number;
  readonly text: readonly Block[];
  readonly inputs: readonly Input[];
  /** How many frames each input makes, where that has been counted in advance: see `counted`. */
  readonly frames?: readonly number[];
  /** How many fields of the state each of those frames changes. Left out where a kernel moves: its steps count alike. */
  readonly changes?: readonly (readonly number[])[];
  readonly expects: readonly Expect[];
  readonly ask?: Ask;
  /** For whoever presents the episode: one thought a line. */
  readonly notes?: readonly string[];
  readonly practice?: Practice;
}

/** A paragraph or a list of the narration. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] };

export type Inline =
  | { readonly kind: "text" | "code" | "emphasis" | "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** What must hold once the first `after` inputs of the beat are done. */
export interface Expect {
  readonly after: number;
  readonly holds: Comparison;
}

/** A prediction question. The engine computes the answer, by doing `inputs` from where the beat ends. */
export interface Ask {
  readonly question: string;
  readonly inputs: readonly Input[];
  readonly answer:
    | { readonly pick: "slot"; readonly path: Operand }
    | { readonly pick: "number"; readonly path: Operand }
    /** One of the threads, by name. */
    | { readonly pick: "thread"; readonly path: Operand }
    | {
        readonly pick: "choice";
        readonly options: readonly { readonly text: string; readonly holds: Comparison }[];
      };
  /** Said once the question is answered. */
  readonly why?: string;
}

/** An exercise to be done by hand, again and again. The states are made out of the scene's seed, the answers by the engine. */
export interface Practice {
  readonly question: string;
  /** Operations of the scene's system, of which each state asks for one. */
  readonly operations: readonly string[];
  /** How many states count towards the score. There are always more. */
  readonly rounds: number;
}

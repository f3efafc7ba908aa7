import type { Plain } from "../kernel/plain.ts";
import type { Random } from "../kernel/random.ts";
import type { Trace } from "../kernel/trace.ts";
import type { Fields, Values } from "./fields.ts";

/** What a system is given when it is created. */
export interface Context {
  /** Record a frame. Hand it to structures as their trace. */
  readonly trace: Trace;
  readonly random: Random;
  /** Virtual time in ms. A system with a kernel moves it; one without leaves it at 0. */
  readonly clock: { now: number };
}

/** Something a script or a reader can have a system do. */
export interface Operation<Instance, F extends Fields = Fields> {
  readonly help: string;
  readonly arguments: F;
  /** A single letter that does it from the keyboard. */
  readonly shortcut?: string;
  /** The source that runs: the class and the method, as named in `src/engine/structures`. */
  readonly source?: { readonly structure: string; readonly method: string };
  /** Do it and return its result. A RangeError or DomainError that it throws is recorded as its outcome. */
  run(instance: Instance, values: Values<F>): Plain;
}

/** A sentence that is true of a state between any two operations. */
export interface Invariant<State> {
  readonly id: string;
  readonly words: string;
  holds(state: State): boolean;
}

/**
 * Everything there is to know about what an episode shows: its parameters and operations with their ranges and
 * help, how to make one, what to show of it, and what must hold. The script checker, the hand controls, links,
 * the State panel and the invariant lights all come from this one definition.
 */
export interface System<State extends object = object, Instance = unknown> {
  /** As a script names it. */
  readonly id: string;
  readonly title: string;
  /** One sentence for a person who chooses among systems. */
  readonly summary: string;
  /** Ids of the views it is usually shown in, the main one first. */
  readonly views?: readonly string[];
  readonly parameters: Fields;
  readonly operations: { readonly [name: string]: Operation<Instance> };
  readonly invariants: readonly Invariant<State>[];
  /** A system that is broken on purpose: the ids of the invariants that it does not keep. */
  readonly breaks?: readonly string[];
  create(parameters: { readonly [name: string]: Plain }, context: Context): Instance;
  /** Called before each operation's first frame: lay aside what the last operation left on show. */
  begin?(instance: Instance, operation: string, values: { readonly [argument: string]: Plain }): void;
  /** What is to be seen of it now: plain, immutable data that shares what did not change. */
  snapshot(instance: Instance): State;
}

/** Define a system. The types of parameters and arguments follow from their fields. */
export function defineSystem<
  State extends object,
  Instance,
  P extends Fields,
  O extends { readonly [name: string]: Fields },
>(definition: {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly views?: readonly string[];
  readonly parameters: P;
  readonly operations: { readonly [Name in keyof O]: Operation<Instance, O[Name]> };
  readonly invariants: readonly Invariant<State>[];
  /** A system that is broken on purpose: the ids of the invariants that it does not keep. */
  readonly breaks?: readonly string[];
  create(parameters: Values<P>, context: Context): Instance;
  begin?(instance: Instance, operation: string, values: { readonly [argument: string]: Plain }): void;
  snapshot(instance: Instance): State;
}): System<State, Instance> {
  return definition as unknown as System<State, Instance>;
}

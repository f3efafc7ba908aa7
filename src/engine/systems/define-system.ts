import type { Kernel } from "../kernel/kernel.ts";
import type { Plain } from "../kernel/plain.ts";
import type { Random } from "../kernel/random.ts";
import type { Trace } from "../kernel/trace.ts";
import type { Fields, Values } from "./fields.ts";

/** What a system is given when it is created. */
export interface Context {
  /** Record a frame. Hand it to structures as their trace. */
  readonly trace: Trace;
  readonly random: Random;
  /** Virtual time in ms, for a system without a kernel; one with a kernel has the kernel's. */
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

/** A place in the source: a thread or an operation has come so far in a method. */
export interface Running {
  /** The class and the method, as named in `src/engine/structures`. */
  readonly structure: string;
  readonly method: string;
  /** What it has done since the method was called, in order. */
  readonly marks: readonly string[];
  /** The thread that runs it. */
  readonly thread?: string;
  /** It was over before this moment: it is still on show, and no line of it runs. */
  readonly ended?: boolean;
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
  /** The kernel whose processes make it run. Such a system is moved by `run` and `pick` besides its operations. */
  kernel?(instance: Instance): Kernel;
  /** The parameters that may be changed in the middle of a run, by `set`. */
  readonly live?: readonly string[];
  /** Change a live parameter. */
  adjust?(instance: Instance, parameter: string, value: Plain): void;
  /** Classes whose source may be on show besides those of the operations. */
  readonly structures?: readonly string[];
  /** Those among all of them that are on show with these parameters; without it, all are. */
  structuresFor?(parameters: { readonly [name: string]: Plain }): readonly string[];
  /** Where in the source the threads are: first the one that moved last. Without it, the operation's own source is shown. */
  running?(state: State): readonly Running[];
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
  kernel?(instance: Instance): Kernel;
  readonly live?: readonly string[];
  adjust?(instance: Instance, parameter: string, value: Plain): void;
  readonly structures?: readonly string[];
  structuresFor?(parameters: { readonly [name: string]: Plain }): readonly string[];
  running?(state: State): readonly Running[];
}): System<State, Instance> {
  return definition as unknown as System<State, Instance>;
}

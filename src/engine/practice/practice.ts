import type { Plain } from "../kernel/plain.ts";
import type { Random } from "../kernel/random.ts";
import type { Recording } from "../systems/recording.ts";
import type { Frame, Input } from "../systems/run.ts";

/** What a move is done to: a slot, an offset or a broker by its number, a thread by its name; null for nothing in particular. */
export type Target = number | string | null;

/** One smallest thing that a learner may say happens next. */
export interface Move {
  /** Id of its {@link MoveKind}. */
  readonly kind: string;
  readonly target: Target;
}

/** A sort of move: how it is offered, and what it means that the engine does it. */
export interface MoveKind<State extends object = object> {
  readonly id: string;
  /** What a learner does who chooses it, for a list: “Move head”. */
  readonly title: string;
  /** What it is done to; without it there is nothing more to choose. */
  readonly on?: {
    /** “To which slot?” */
    readonly question: string;
    /** What of that kind can be chosen in the picture; without it only from the list. */
    readonly pick?: "slot" | "thread" | "partition" | "broker";
    /** All there are to choose from, in order. */
    targets(state: State): readonly Target[];
    /** “slot 3” */
    name(target: Target): string;
  };
  /** That the engine does it, as a clause: “head moves to slot 3”. */
  says(target: Target): string;
}

/** What a frame asks of a learner: one move, or several whose order among themselves does not matter. */
export interface Asked {
  readonly moves: readonly Move[];
  /** Why the engine does that, as a sentence. */
  readonly why: string;
  /** What to know for it that is not in the picture, as a sentence. */
  readonly hint?: string;
  /** Neighbours that name the same here happen at the same time: their moves may come in any order. */
  readonly together?: string;
}

/** A state to begin from, made of inputs, and what is then to be done: an operation, or only that it goes on. */
export interface Situation {
  readonly parameters: { readonly [name: string]: Plain };
  readonly inputs: readonly Input[];
  readonly task: readonly Input[];
}

/** How one operation is practised. What is right is never said here: it is read off the frames of the run. */
export interface PractisedOperation<State extends object = object> {
  readonly kinds: readonly MoveKind<State>[];
  /** Make up a situation. The same randomness gives the same one. */
  draw(random: Random): Situation;
  /** What is to be done, and what of the state is not in the picture: a sentence or some. */
  told(recording: Recording<State>, from: number): string;
  /** What a frame of the task asks of a learner, in order; nothing where it asks nothing. */
  asked(frame: Frame<State>, before: Frame<State>): readonly Asked[];
  /** Why nothing more happens, as a sentence. */
  over(last: Frame<State>): string;
}

/** How the operations of a system are practised, by their names. */
export interface Practice<State extends object = object> {
  readonly operations: { readonly [operation: string]: PractisedOperation<State> };
}

/** The kind of move that ends every exercise. */
export const DONE = "done";

/** That nothing more happens. */
export function doneKind(title: string, clause: string): MoveKind<never> {
  return { id: DONE, title, says: () => clause };
}

/** One of a list, each equally likely. */
export function oneOf<T>(random: Random, list: readonly T[]): T {
  return list[random.whole(0, list.length - 1)] as T;
}

import type { Input, Setup } from "../systems/run.ts";
import { type Choice, Execution, inputOf } from "./execution.ts";
import { type Fault, faultAt } from "./fault.ts";
import { HashConsing } from "./hash-consing.ts";

/** Where a search gives up. */
export interface Limits {
  /** Different states looked at. */
  readonly states: number;
  /** Steps of a schedule. */
  readonly depth: number;
  /** Steps of the kernel in all, those of running again included. */
  readonly steps: number;
}

export const LIMITS: Limits = { states: 150_000, depth: 1_000, steps: 5_000_000 };

/** How far a search has come. */
export interface Progress {
  /** Different states looked at. */
  readonly states: number;
  /** Complete schedules, to where nobody can move any more, that the states looked at stand for. Exact, however many. */
  readonly schedules: bigint;
  /** Steps of the longest schedule. */
  readonly depth: number;
}

/** What came of a search. */
export type SearchResult = Progress &
  (
    | {
        readonly found: true;
        /** The picks that lead to the fault, and a step of the clock where nobody could be picked: none shorter does. */
        readonly inputs: readonly Input[];
        readonly fault: Fault;
      }
    | {
        readonly found: false;
        /** Every schedule was tried; otherwise the search has stopped at its limit. */
        readonly complete: boolean;
      }
  );

/** A state at the depth that the search has come to. */
interface Node {
  readonly parent: Node | undefined;
  readonly choice: Choice;
  readonly choices: readonly Choice[];
  /** How many ways lead here. */
  ways: bigint;
  /** Standing here, to go on from once. */
  execution: Execution | undefined;
}

/** So many executions are kept standing where they are; beyond that they run again from the start. */
const STANDING = 3_000;
/** Steps of the kernel between two reports. */
const REPORT_EVERY = 2_000;

/**
 * Look for the shortest schedule that breaks something: breadth first, one step at a time, every thread that could move.
 * Two schedules of the same length that lead to the same state are one from there on.
 *
 * It yields its progress again and again, so that whoever asks for it can report it, or stop asking.
 *
 * @param inputs what was done before the schedule begins
 * @throws Error when the system has no kernel
 */
export function* search(
  setup: Setup,
  inputs: readonly Input[],
  limits: Limits = LIMITS,
): Generator<Progress, SearchResult> {
  const consing = new HashConsing();
  const root = new Execution(setup, inputs, [], 0, consing);
  const from = root.length;
  let states = 1;
  let schedules = 0n;
  let depth = 0;
  let steps = 0;
  let reported = 0;
  const progress = () => ({ states, schedules, depth });
  const fault = faultAt(setup.system, root.frame);
  if (fault !== undefined) return { ...progress(), found: true, inputs: [], fault };

  const stand = (node: Node): Execution => {
    const { execution } = node;
    node.execution = undefined;
    if (execution !== undefined) return execution;
    steps += depth;
    return new Execution(setup, inputs, choicesTo(node), from + depth, consing);
  };

  let level: Node[] = [
    { parent: undefined, choice: null, choices: root.choices(), ways: 1n, execution: root },
  ];
  while (level.length > 0) {
    const next = new Map<string, Node>();
    let standing = 0;
    for (const node of level) {
      if (node.choices.length === 0) schedules += node.ways;
      for (const choice of node.choices) {
        if (depth === limits.depth || states >= limits.states || steps >= limits.steps) {
          return { ...progress(), found: false, complete: false };
        }
        const execution = stand(node);
        execution.step(choice);
        steps += 1;
        const wrong = faultAt(setup.system, execution.frame);
        if (wrong !== undefined) {
          const found = [...choicesTo(node), choice].map(inputOf);
          return { ...progress(), depth: depth + 1, found: true, inputs: found, fault: wrong };
        }
        const key = execution.fingerprint();
        const known = next.get(key);
        if (known !== undefined) known.ways += node.ways;
        else {
          states += 1;
          const kept = standing < STANDING ? execution : undefined;
          standing += 1;
          next.set(key, {
            parent: node,
            choice,
            choices: execution.choices(),
            ways: node.ways,
            execution: kept,
          });
        }
        if (steps - reported >= REPORT_EVERY) {
          reported = steps;
          yield progress();
        }
      }
    }
    level = [...next.values()];
    if (level.length > 0) depth += 1;
  }
  return { ...progress(), found: false, complete: true };
}

function choicesTo(node: Node): readonly Choice[] {
  const choices: Choice[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) choices.push(at.choice);
  return choices.reverse();
}

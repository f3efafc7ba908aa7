import type { Comparison } from "../comparison/comparison.ts";
import type { Plain } from "../kernel/plain.ts";
import type { Random } from "../kernel/random.ts";
import type { GroupState, LogState } from "../systems/log/log-state.ts";
import type { Recording } from "../systems/recording.ts";
import type { Frame, Input } from "../systems/run.ts";
import {
  type Asked,
  doneKind,
  type MoveKind,
  oneOf,
  type PractisedOperation,
  type Situation,
} from "./practice.ts";

const GROUP = "trading";
const ASSIGNORS = ["range", "roundrobin", "sticky"] as const;
/** Those to change to: sticky has nothing to keep when another one was there before. */
const FRESH = ["range", "roundrobin"] as const;

const kinds: readonly MoveKind<LogState>[] = [
  {
    id: "take",
    title: "It gets a partition",
    on: {
      question: "Which one?",
      pick: "partition",
      targets: ({ partitions }) => [...partitions].map((_, index) => index),
      name: (partition) => `partition ${partition}`,
    },
    says: (partition) => `it gets partition ${partition}`,
  },
  { id: "all", title: "That is all it gets", says: () => "that is all it gets" },
  doneKind("Every consumer knows its part", "every consumer knows its part"),
];

function until(state: GroupState["state"]): Input {
  const holds: Comparison = {
    left: { kind: "path", path: ["groups", GROUP, "state"] },
    sign: "=",
    right: { kind: "value", value: state },
  };
  return { operation: "run", values: { until: holds as unknown as Plain } };
}

const add = (count: number): Input => ({ operation: "addConsumer", values: { group: GROUP, count } });
const letter = (member: number) => String.fromCharCode("a".charCodeAt(0) + member);

/** A group at rest, and something that makes it divide its partitions anew. */
function situation(random: Random, consumers: number, event: (assignor: string) => Input): Situation {
  const assignor = oneOf(random, ASSIGNORS);
  return {
    parameters: { partitions: random.whole(consumers, 7), brokers: 1, replication: 1, assignor },
    inputs: [add(consumers), until("stable")],
    task: [event(assignor), until("rebalancing"), until("stable")],
  };
}

function parting(operation: string) {
  return (random: Random): Situation => {
    const consumers = random.whole(3, 4);
    const member = letter(random.whole(0, consumers - 1));
    return situation(random, consumers, () => ({ operation, values: { group: GROUP, member } }));
  };
}

function groupOf({ groups }: LogState): GroupState {
  return groups.find(({ id }) => id === GROUP) as GroupState;
}

/** Each consumer hears from its coordinator what it gets: which is what the assignor has worked out. */
function askedOf({ cause: { mark, detail }, state }: Frame<LogState>): readonly Asked[] {
  if (mark !== "take") return [];
  const owns = detail.owns as readonly number[];
  const why = whyOf(state);
  const hint = `Consumer ${detail.member} hears what it gets.`;
  const taken = { moves: owns.map((target) => ({ kind: "take", target })), why, hint };
  const all = { moves: [{ kind: "all", target: null }], why, hint };
  return owns.length === 0 ? [all] : [taken, all];
}

function whyOf(state: LogState): string {
  const { assignor, members } = groupOf(state);
  const [partitions, consumers] = [state.partitions.length, members.length];
  const [least, more] = [Math.floor(partitions / consumers), partitions % consumers];
  if (consumers === 1) return "There is nobody else to read them.";
  const share = `${partitions} partitions among ${consumers} consumers are ${least} each`;
  const uneven = more === 0 ? share : `${share}, and one more for ${more} of them`;
  switch (assignor) {
    case "range":
      return `${uneven}. range gives each a run of neighbours, and the first ones get the one more.`;
    case "roundrobin":
      return "roundrobin deals the partitions out like cards: to each consumer in turn, by their letters, and round again.";
    default:
      return `${uneven}. sticky leaves with each what it had, the lowest numbers first, as far as that is even. What is free then goes to those who have least.`;
  }
}

const EVENTS: { readonly [operation: string]: (values: { readonly [name: string]: Plain }) => string } = {
  addConsumer: () => "One more consumer joins.",
  removeConsumer: ({ member }) => `Consumer ${member} leaves.`,
  crashConsumer: ({ member }) => `Consumer ${member} dies, and its session runs out.`,
  switchAssignor: ({ assignor }) => `The group changes to ${assignor}.`,
};

function told(recording: Recording<LogState>, from: number): string {
  const { cause, state } = recording.frame(from);
  const { assignor, members } = groupOf(state);
  const before = [...members].map(({ id, owns }) => `${id} reads ${owns.join(", ") || "nothing"}`).join("; ");
  const event = EVENTS[cause.operation]?.(cause.values) ?? "";
  return `The group divides ${state.partitions.length} partitions with ${assignor}: ${before}. ${event} Which partitions does each consumer get now?`;
}

const practised = (draw: (random: Random) => Situation): PractisedOperation<LogState> => ({
  kinds,
  draw,
  told,
  asked: askedOf,
  over: ({ state }) => {
    const { members } = groupOf(state);
    return `${[...members].map(({ id, owns }) => `${id} reads ${owns.join(", ") || "nothing"}`).join("; ")}.`;
  },
});

/** What makes a group divide its partitions anew, and who gets which then. */
export const groupOperations: { readonly [operation: string]: PractisedOperation<LogState> } = {
  addConsumer: practised((random) => situation(random, random.whole(1, 3), () => add(1))),
  removeConsumer: practised(parting("removeConsumer")),
  crashConsumer: practised(parting("crashConsumer")),
  switchAssignor: practised((random) =>
    situation(random, random.whole(2, 3), (assignor) => ({
      operation: "switchAssignor",
      values: {
        group: GROUP,
        assignor: oneOf(
          random,
          FRESH.filter((other) => other !== assignor),
        ),
      },
    })),
  ),
};

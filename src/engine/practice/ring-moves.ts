import type { RingState } from "../systems/ring/ring-state.ts";
import type { Frame } from "../systems/run.ts";
import { type Asked, doneKind, type MoveKind, type Target } from "./practice.ts";

const slotsOf = ({ capacity }: RingState) => Array.from({ length: capacity }, (_, slot) => slot);
const slotName = (target: Target) => `slot ${target}`;

const onSlot = (question: string): NonNullable<MoveKind<RingState>["on"]> => ({
  question,
  pick: "slot",
  targets: slotsOf,
  name: slotName,
});

const give: MoveKind<RingState> = {
  id: "overwrite",
  title: "Give an item up",
  on: onSlot("In which slot?"),
  says: (slot) => `the item in slot ${slot} is given up`,
};
const write: MoveKind<RingState> = {
  id: "write",
  title: "Write the new item",
  on: onSlot("Into which slot?"),
  says: (slot) => `the new item is written into slot ${slot}`,
};
const read: MoveKind<RingState> = {
  id: "read",
  title: "Read an item",
  on: onSlot("In which slot?"),
  says: (slot) => `the item in slot ${slot} is read`,
};
const clear: MoveKind<RingState> = {
  id: "clear-slot",
  title: "Clear a slot",
  on: onSlot("Which slot?"),
  says: (slot) => `slot ${slot} is cleared`,
};
const head: MoveKind<RingState> = {
  id: "advance-head",
  title: "Move head",
  on: onSlot("To which slot?"),
  says: (slot) => `head moves to slot ${slot}`,
};
const tail: MoveKind<RingState> = {
  id: "advance-tail",
  title: "Move tail",
  on: onSlot("To which slot?"),
  says: (slot) => `tail moves to slot ${slot}`,
};
const grow: MoveKind<RingState> = { id: "grow", title: "Add 1 to size", says: () => "size grows by 1" };
const shrink: MoveKind<RingState> = {
  id: "shrink",
  title: "Take 1 off size",
  says: () => "size shrinks by 1",
};
const gone: MoveKind<RingState> = {
  id: "gone",
  title: "Give null: it is gone",
  says: () => "the next one is gone, and null stands for it",
};
const refuse: MoveKind<RingState> = {
  id: "refuse",
  title: "Refuse the item",
  says: () => "the item is refused",
};
const nothing: MoveKind<RingState> = {
  id: "nothing-there",
  title: "Find nothing to take",
  says: () => "there is nothing to take",
};
const done = doneKind("Return: it is done", "the operation returns");

/** The moves of a ring that are offered for an operation. */
export const ringKinds = {
  push: [write, head, tail, grow, refuse, done],
  pushOver: [give, write, head, tail, grow, refuse, done],
  pop: [read, clear, head, tail, shrink, nothing, done],
  window: [gone, read, done],
} satisfies { readonly [name: string]: readonly MoveKind<RingState>[] };

/** The marks of a ring that ask something of a learner, each with what it is done to and why it happens. */
const marks: {
  readonly [mark: string]: (frame: Frame<RingState>, before: RingState) => { target: Target; why: string };
} = {
  overwrite: ({ cause: { detail } }) => ({
    target: detail.slot as number,
    why: "The ring is full, so the oldest item gives way: it stands at tail.",
  }),
  write: ({ cause: { detail } }) => ({
    target: detail.slot as number,
    why: "Head names the slot of the next write.",
  }),
  "advance-head": ({ cause: { detail }, state }) => ({
    target: detail.to as number,
    why: `A slot was written, so head goes one slot on${wrapped(detail.to, state)}.`,
  }),
  "advance-tail": ({ cause: { detail, operation }, state }) => ({
    target: detail.to as number,
    why:
      operation === "push"
        ? "The slot that head has come to now holds the oldest item, so tail goes there too."
        : `The oldest item was taken, so tail goes one slot on${wrapped(detail.to, state)}.`,
  }),
  grow: ({ state: { size } }) => ({ target: null, why: `One more item is held: size is now ${size}.` }),
  shrink: ({ state: { size } }) => ({ target: null, why: `One item less is held: size is now ${size}.` }),
  read: ({ cause: { detail, operation } }) => ({
    target: detail.slot as number,
    why:
      operation === "pop"
        ? "Tail names the slot of the oldest item, which is the next to be taken."
        : operation === "recent"
          ? "The newest item stands just behind head, and from there recent walks back."
          : `That is where #${detail.index} stands: counted back from head, which comes next after the newest.`,
  }),
  "clear-slot": ({ cause: { detail } }) => ({
    target: detail.slot as number,
    why: "What was read must not be kept alive by the array.",
  }),
  refuse: ({ state: { size } }) => ({
    target: null,
    why: `All ${size} slots are taken, and this ring writes over nothing.`,
  }),
  "nothing-there": () => ({ target: null, why: "Size is 0: the ring is empty." }),
  gone: ({ cause: { detail }, state: { totalWritten, held } }) => ({
    target: null,
    why: `The oldest that is held is #${totalWritten - held}, so #${detail.index} is gone.`,
  }),
};

function wrapped(to: unknown, { capacity }: RingState): string {
  return to === 0 ? `; after slot ${capacity - 1} comes slot 0` : "";
}

/** What a frame of a ring asks of a learner. */
export function askedOfRing(frame: Frame<RingState>, before: Frame<RingState>): readonly Asked[] {
  const { mark } = frame.cause;
  const found = marks[mark]?.(frame, before.state);
  return found === undefined ? [] : [{ moves: [{ kind: mark, target: found.target }], why: found.why }];
}

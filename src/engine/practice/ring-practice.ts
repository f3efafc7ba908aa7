import type { Random } from "../kernel/random.ts";
import type { RingState } from "../systems/ring/ring-state.ts";
import type { Input } from "../systems/run.ts";
import { oneOf, type Practice, type PractisedOperation, type Situation } from "./practice.ts";
import { askedOfRing, ringKinds } from "./ring-moves.ts";

const push = (item: string): Input => ({ operation: "push", values: { item } });
const pop: Input = { operation: "pop", values: {} };

/** A ring whose head has come anywhere, holding so many items; then what is to be done. */
function ringWith(
  capacity: number,
  { turned, held }: { readonly turned: number; readonly held: number },
  task: (next: string) => Input,
): Situation {
  const inputs: Input[] = [];
  for (let item = 0; item < turned; item++) inputs.push(push(`T${item}`), pop);
  for (let item = turned; item < turned + held; item++) inputs.push(push(`T${item}`));
  return { parameters: { capacity }, inputs, task: [task(`T${turned + held}`)] };
}

/** Often full, often at the end of the array: that is where head, tail and size are mistaken for one another. */
function drawPush(random: Random): Situation {
  const capacity = random.whole(3, 8);
  const held = oneOf(random, [capacity, capacity - 1, random.whole(0, capacity - 1)]);
  const turned = oneOf(random, [random.whole(0, capacity - 1), (2 * capacity - 1 - held) % capacity]);
  return ringWith(capacity, { turned, held }, push);
}

function drawPop(random: Random): Situation {
  const capacity = random.whole(3, 8);
  const held = oneOf(random, [0, capacity, ...[1, 2, 3].map(() => random.whole(1, capacity))]);
  const turned = oneOf(random, [random.whole(0, capacity - 1), capacity - 1]);
  return ringWith(capacity, { turned, held }, () => pop);
}

/** Items that are gone, held and not yet written, all three as often as not. */
function drawWindow(random: Random): Situation {
  const capacity = random.whole(4, 8);
  const written = random.whole(capacity, 3 * capacity);
  const oldest = written - capacity;
  const start = random.whole(Math.max(0, oldest - 3), written - 1);
  const length = random.whole(1, 6);
  const inputs = Array.from({ length: written }, (_, item) => push(`T${item}`));
  return { parameters: { capacity }, inputs, task: [{ operation: "window", values: { start, length } }] };
}

function drawRecent(random: Random): Situation {
  const capacity = random.whole(4, 8);
  const written = random.whole(2, 2 * capacity);
  const inputs = Array.from({ length: written }, (_, item) => push(`T${item}`));
  return {
    parameters: { capacity },
    inputs,
    task: [{ operation: "recent", values: { n: random.whole(1, 5) } }],
  };
}

const pushing = {
  draw: drawPush,
  told: (recording, from) => {
    const { item } = recording.frame(from).cause.values;
    return `push ${item}: what happens, move by move?`;
  },
  asked: askedOfRing,
  over: ({ cause: { detail } }) => `push returns ${detail.result}. Nothing else moves.`,
} satisfies Omit<PractisedOperation<RingState>, "kinds">;

const popping: PractisedOperation<RingState> = {
  kinds: ringKinds.pop,
  draw: drawPop,
  told: () => "pop: what happens, move by move?",
  asked: askedOfRing,
  over: ({ cause: { detail } }) =>
    `pop returns ${detail.result ?? "undefined"}. Nothing else moves: head is for writing.`,
};

const window: PractisedOperation<RingState> = {
  kinds: ringKinds.window,
  draw: drawWindow,
  told(recording, from) {
    const { start, length } = recording.frame(from).cause.values;
    const many = length === 1 ? "one item" : `${length} items`;
    return `window ${start} ${length}: ${many} of the stream from #${start} on. What is read, in order?`;
  },
  asked: askedOfRing,
  over({ cause: { values, detail }, state: { totalWritten } }) {
    const got = (detail.result as readonly unknown[]).length;
    return got < Number(values.length)
      ? `The list stops there: #${totalWritten} is not written yet.`
      : `That is all that was asked for.`;
  },
};

const recent: PractisedOperation<RingState> = {
  kinds: ringKinds.window,
  draw: drawRecent,
  told(recording, from) {
    const { n } = recording.frame(from).cause.values;
    return `recent ${n}: the newest ${n === 1 ? "item" : `${n} items`}, newest first. What is read, in order?`;
  },
  asked: askedOfRing,
  over({ cause: { values }, state: { held } }) {
    return held < Number(values.n) ? "More items are not held." : "That is all that was asked for.";
  },
};

/** A ring that refuses when it is full. */
export const ringPractice: Practice<RingState> = {
  operations: { push: { ...pushing, kinds: ringKinds.push }, pop: popping },
};

/** A ring that writes over its oldest item. */
export const overwritingRingPractice: Practice<RingState> = {
  operations: { push: { ...pushing, kinds: ringKinds.pushOver }, pop: popping, window, recent },
};

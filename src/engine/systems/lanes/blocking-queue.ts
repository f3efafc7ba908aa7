import type { Process } from "../../kernel/wait.ts";
import { Closed, Empty, Full, type Patience } from "../../structures/blocking-queue-errors.ts";
import { type Context, defineSystem } from "../define-system.ts";
import { duration, item, whole } from "../fields.ts";
import type { LaneThread } from "./lane-thread.ts";
import { Lanes } from "./lanes.ts";
import { lanesInvariants } from "./lanes-invariants.ts";
import type { LanesState } from "./lanes-state.ts";
import { type QueueCode, queueCode, queueStructure } from "./queue-codes.ts";
import { runningThreads } from "./running.ts";

/** Calls of a queue made by hand, each in a thread of its own. */
class Calls extends Lanes {
  readonly structure: string;
  #puts = 0;
  #gets = 0;
  #closes = 0;

  constructor(code: QueueCode, capacity: number, context: Context) {
    super(code, capacity, context);
    this.structure = queueStructure[code];
  }

  startPut(name: string, patience: Patience): string {
    const calls = this;
    const thread = this.start(`P${this.#puts++}`, "producer", (thread) =>
      ending(
        thread,
        function* () {
          yield* calls.put(thread, patience);
          thread.outcome = `has put ${name}`;
        },
        () => calls.end(thread, "dropped"),
      ),
    );
    this.make(thread, name);
    return thread.name;
  }

  startGet(patience: Patience): string {
    const calls = this;
    const { name } = this.start(`C${this.#gets++}`, "consumer", (thread) =>
      ending(thread, function* () {
        yield* calls.get(thread, patience);
        thread.outcome = `got ${thread.hand?.name}`;
        calls.end(thread, "consumed");
      }),
    );
    return name;
  }

  startClose(): string {
    const { name } = this.start(`X${this.#closes++}`, "closer", (thread) => this.close(thread));
    return name;
  }
}

/** A call that is refused has come to its end like any other: what it was told is its outcome. */
function* ending(thread: LaneThread, call: () => Process, refused = () => {}): Process {
  try {
    yield* call();
  } catch (error) {
    if (!(error instanceof Full || error instanceof Empty || error instanceof Closed)) throw error;
    thread.error = `${error.name}: ${error.message}`;
    thread.outcome = `was refused: ${error.name}`;
    refused();
  }
}

const patient = (timeout: number | null): Patience => (timeout === null ? {} : { timeout });
const timeout = duration({
  max: 1_000_000,
  default: null,
  help: "How long the call may wait in ms; none lets it wait for ever.",
});
const what = item({ default: "A", help: "What to put." });

/** One queue and the calls that a reader makes. A call moves when the scheduler, or the reader, lets it. */
export const blockingQueue = defineSystem({
  id: "blocking-queue",
  title: "Bounded blocking queue",
  summary: "Calls that wait: put while the queue is full, get while it is empty.",
  views: ["lanes"],
  parameters: {
    capacity: whole({
      min: 1,
      max: 100_000,
      default: 3,
      unit: "slots",
      help: "How many items the queue holds.",
    }),
    code: queueCode,
  },
  operations: {
    put: {
      help: "Call put in a thread of its own; it waits while the queue is full.",
      arguments: { item: what, timeout },
      shortcut: "p",
      source: { structure: "BoundedBlockingQueue", method: "put" },
      run: (calls: Calls, { item, timeout }) => calls.startPut(String(item), patient(timeout)),
    },
    get: {
      help: "Call get in a thread of its own; it waits while the queue is empty.",
      arguments: { timeout },
      shortcut: "g",
      source: { structure: "BoundedBlockingQueue", method: "get" },
      run: (calls: Calls, { timeout }) => calls.startGet(patient(timeout)),
    },
    tryPut: {
      help: "Call put with block false, in a thread of its own; it never waits.",
      arguments: { item: what },
      source: { structure: "BoundedBlockingQueue", method: "put" },
      run: (calls: Calls, { item }) => calls.startPut(String(item), { block: false }),
    },
    tryGet: {
      help: "Call get with block false, in a thread of its own; it never waits.",
      arguments: {},
      source: { structure: "BoundedBlockingQueue", method: "get" },
      run: (calls: Calls) => calls.startGet({ block: false }),
    },
    close: {
      help: "Close the queue in a thread of its own: everybody wakes, and nobody can put any more.",
      arguments: {},
      source: { structure: "BoundedBlockingQueue", method: "close" },
      run: (calls: Calls) => calls.startClose(),
    },
    qsize: {
      help: "Ask how many items the queue holds.",
      arguments: {},
      run: ({ queue }: Calls) => queue.qsize(),
    },
    empty: {
      help: "Ask whether the queue is empty.",
      arguments: {},
      run: ({ queue }: Calls) => queue.empty(),
    },
    full: {
      help: "Ask whether the queue is full.",
      arguments: {},
      run: ({ queue }: Calls) => queue.full(),
    },
  },
  invariants: lanesInvariants,
  structures: Object.values(queueStructure),
  structuresFor: ({ code }) => [queueStructure[code as QueueCode]],
  create: ({ capacity, code }, context) => new Calls(code, capacity, context),
  begin: (calls) => calls.begin(),
  snapshot: (calls) => calls.snapshot(),
  kernel: ({ kernel }) => kernel,
  running: (state: LanesState) => runningThreads(state),
});

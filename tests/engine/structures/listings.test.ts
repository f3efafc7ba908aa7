import { describe, expect, test } from "vitest";
import {
  ArrayQueue,
  BoundedBlockingQueue,
  CounterRing,
  type Detail,
  DomainError,
  Kernel,
  ModuloWindowRing,
  OneSlotEmptyRing,
  OverwritingRingBuffer,
  type Process,
  QueueNotifyingWrong,
  QueueRestartingTimeout,
  QueueTestingFirst,
  QueueWithIf,
  QueueWithoutLock,
  Random,
  RingBuffer,
  RingWithoutSize,
  type Trace,
} from "../../../src/engine/index.ts";
import { askPython, hasPython } from "./python.ts";

type Call = readonly [method: string, ...values: number[]];

/** One structure in both languages, and what may be asked of it. */
interface Twin {
  readonly name: string;
  /** The files of it and of what it builds on, in order, each after what it needs. */
  readonly files: readonly string[];
  readonly make: (capacity: number) => { trace: Trace | undefined };
  readonly methods: readonly string[];
  /** Marks that the Python one does not make by itself: the listing knows where they stand. */
  readonly unmarked?: readonly string[];
}

const ring = ["push", "push", "push", "pop", "pop", "peek", "isEmpty", "isFull", "clear"];
const window = [...ring, "push", "push", "getRecent", "getWindow", "getWindow"];
const twins: readonly Twin[] = [
  { name: "RingBuffer", files: ["ring-buffer"], make: (n) => new RingBuffer<number>(n), methods: ring },
  {
    name: "OverwritingRingBuffer",
    files: ["ring-buffer", "overwriting-ring-buffer"],
    make: (n) => new OverwritingRingBuffer<number>(n),
    methods: window,
  },
  {
    name: "ModuloWindowRing",
    files: ["ring-buffer", "overwriting-ring-buffer", "broken/modulo-window-ring"],
    make: (n) => new ModuloWindowRing<number>(n),
    methods: window,
  },
  {
    name: "RingWithoutSize",
    files: ["broken/ring-without-size"],
    make: (n) => new RingWithoutSize<number>(n),
    methods: ring,
  },
  {
    name: "OneSlotEmptyRing",
    files: ["one-slot-empty-ring"],
    make: (n) => new OneSlotEmptyRing<number>(n),
    methods: ring,
  },
  { name: "CounterRing", files: ["counter-ring"], make: (n) => new CounterRing<number>(n), methods: ring },
  {
    name: "ArrayQueue",
    files: ["array-queue"],
    make: (n) => new ArrayQueue<number>(n),
    methods: ["push", "push", "push", "pop", "pop"],
  },
  ...[
    BoundedBlockingQueue,
    QueueWithIf,
    QueueNotifyingWrong,
    QueueWithoutLock,
    QueueTestingFirst,
    QueueRestartingTimeout,
  ].map(blockingQueue),
];

/** A queue between threads, of which one call after the other is made, none of which may wait. */
function blockingQueue(queue: typeof BoundedBlockingQueue): Twin {
  const own = queue === BoundedBlockingQueue ? [] : [`broken/${fileOf(queue.name)}`];
  return {
    name: queue.name,
    files: ["ring-buffer", "growable-ring", "bounded-blocking-queue", ...own],
    make: (capacity) => new Sequential(new queue<number>(capacity, new Kernel())),
    methods: ["put", "put", "put", "get", "get", "qsize", "empty", "full"],
    unmarked: ["locked-out", "lock", "release"],
  };
}

function fileOf(name: string): string {
  return `${name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}`;
}

/** Each call in a process of its own, run to its end. What it throws is its result, by name. */
class Sequential {
  readonly #queue: BoundedBlockingQueue<number>;
  readonly #kernel = new Kernel();

  constructor(queue: BoundedBlockingQueue<number>) {
    this.#queue = queue;
  }

  set trace(trace: Trace | undefined) {
    this.#queue.trace = trace;
  }

  put(item: number): unknown {
    return this.#ended(() => this.#queue.put(item, { block: false }));
  }

  get(): unknown {
    return this.#ended(() => this.#queue.get({ block: false }));
  }

  qsize(): number {
    return this.#queue.qsize();
  }

  empty(): boolean {
    return this.#queue.empty();
  }

  full(): boolean {
    return this.#queue.full();
  }

  #ended(call: () => Process<unknown>): unknown {
    let answer: unknown;
    this.#kernel.spawn(
      "caller",
      (function* (): Process {
        try {
          answer = yield* call();
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          answer = error.name;
        }
      })(),
    );
    this.#kernel.run();
    return answer;
  }
}

const driver = `
from queue import Full, Empty
for run in asked["runs"]:
    heard = []
    made = globals()[asked["name"]](run["capacity"])
    made.trace = lambda mark, **detail: heard.append([mark, detail])
    for method, *values in run["calls"]:
        try:
            result = getattr(made, re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), method))(*values)
        except (Full, Empty) as error:
            result = type(error).__name__
        heard.append(["return", {"result": result}])
    told.append(heard)
`;

function randomRun({ methods }: Twin, random: Random): { capacity: number; calls: Call[] } {
  const calls = Array.from({ length: 60 }, (_, i): Call => {
    const method = methods[random.whole(0, methods.length - 1)] ?? "pop";
    if (method === "push") return [method, i];
    if (method === "put") return [method, i, 0];
    if (method === "get") return [method, 0];
    if (method === "getRecent") return [method, random.whole(-1, 9)];
    if (method === "getWindow") return [method, random.whole(0, 40), random.whole(0, 9)];
    return [method];
  });
  return { capacity: random.whole(2, 7), calls };
}

function heardOf(
  { make, unmarked = [] }: Twin,
  { capacity, calls }: { capacity: number; calls: readonly Call[] },
): unknown[] {
  const heard: [string, Detail][] = [];
  const made = make(capacity);
  made.trace = (mark, detail = {}) => {
    if (!unmarked.includes(mark)) heard.push([mark, detail]);
  };
  for (const [method, ...values] of calls) {
    const operation: unknown = Reflect.get(made, method);
    if (typeof operation !== "function") throw new Error(`no method ${method}`);
    heard.push(["return", { result: operation.apply(made, values) ?? null }]);
  }
  return JSON.parse(JSON.stringify(heard).replaceAll('"totalWritten":', '"total_written":'));
}

if (hasPython) {
  describe("the Python twin makes the same marks, with the same particulars and results", () => {
    test.each(twins)(
      "$name",
      (twin) => {
        const random = new Random(7).fork(twin.name);
        const runs = Array.from({ length: 40 }, () => randomRun(twin, random));
        const answers = askPython(twin.files, driver, { name: twin.name, runs });
        for (const [i, run] of runs.entries()) expect(answers[i]).toEqual(heardOf(twin, run));
      },
      60_000,
    );
  });
} else {
  test("python3 is not on this machine: the Python listings were not run", () => {
    console.warn("python3 is not on this machine: the Python listings were not run");
  });
}

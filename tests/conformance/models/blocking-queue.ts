import * as z from "zod/mini";
import {
  BoundedBlockingQueue,
  DomainError,
  Kernel,
  type Patience,
  type Process,
  sleep,
} from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const value = z.union([z.string(), z.number(), z.null()]);
type Value = z.infer<typeof value>;

const patience = z.object({
  block: z.optional(z.boolean()),
  timeout: z.optional(z.nullable(z.number())),
});

const operation = z.union([
  z.tuple([z.literal("put"), value, patience]),
  z.tuple([z.literal("get"), patience]),
  z.tuple([z.literal(["qsize", "empty", "full"])]),
]);
type Operation = z.infer<typeof operation>;

const sequential = z.object({
  id: z.number(),
  part: z.literal("sequential"),
  maxsize: z.number(),
  ops: z.array(operation),
  expect: z.array(z.unknown()),
});

const call = z.object({
  id: z.number(),
  at: z.number(),
  op: z.literal(["put", "get"]),
  block: z.boolean(),
  timeout: z.nullable(z.number()),
  item: z.optional(value),
});

const timed = z.object({
  id: z.number(),
  part: z.literal("timed"),
  maxsize: z.number(),
  calls: z.array(call),
  expect: z.array(z.unknown()),
  left: z.array(value),
});

const shape = z.union([sequential, timed]);

/** The recorded ticks end here: a call that has not come to its end by then is blocked. */
const LAST_TICK = 50;

/** A bounded blocking queue: call by call, and calls of many threads by time. */
export const blockingQueue: Model<z.infer<typeof shape>> = {
  name: "blocking-queue",
  shape,
  firstDifference: (recorded) => {
    const calls = recorded.part === "sequential" ? recorded.ops : recorded.calls;
    if (calls.length !== recorded.expect.length) {
      return `malformed: ${calls.length} calls but ${recorded.expect.length} in expect`;
    }
    return recorded.part === "sequential" ? oneByOne(recorded) : byTime(recorded);
  },
};

function oneByOne({ maxsize, ops, expect }: z.infer<typeof sequential>): string | undefined {
  const kernel = new Kernel();
  const queue = queueOf(maxsize, kernel);
  for (const [i, op] of ops.entries()) {
    let answer: unknown = ["blocked"];
    kernel.spawn(
      "caller",
      answering(
        () => perform(queue, op),
        (told) => {
          answer = told;
        },
      ),
    );
    kernel.run();
    if (text(answer) !== text(expect[i])) {
      return `operation ${i}, ${text(op)}: expected ${text(expect[i])}, got ${text(answer)}`;
    }
  }
  return undefined;
}

function byTime({ maxsize, calls, expect, left }: z.infer<typeof timed>): string | undefined {
  const kernel = new Kernel();
  const queue = queueOf(maxsize, kernel);
  const answers: unknown[] = calls.map(() => ["blocked", null, null]);
  for (const [i, { id, at, op, item = null, block, timeout }] of calls.entries()) {
    kernel.spawn(
      `call ${id}`,
      (function* (): Process {
        yield sleep(at);
        const operation: Operation =
          op === "put" ? ["put", item, { block, timeout }] : ["get", { block, timeout }];
        yield* answering(
          () => perform(queue, operation),
          (told) => {
            answers[i] = [...told, kernel.now];
          },
        );
      })(),
    );
  }
  kernel.run(LAST_TICK);
  for (const [i, answer] of answers.entries()) {
    if (text(answer) !== text(expect[i])) {
      return `call ${i}, ${text(calls[i])}: expected ${text(expect[i])}, got ${text(answer)}`;
    }
  }
  const items: Value[] = [];
  while (!queue.empty()) items.push(queue.items.pop() ?? null);
  return text(items) === text(left) ? undefined : `left: expected ${text(left)}, got ${text(items)}`;
}

/** In CPython a size of 0 or less is no bound at all. */
function queueOf(maxsize: number, kernel: Kernel): BoundedBlockingQueue<Value> {
  return new BoundedBlockingQueue<Value>(maxsize <= 0 ? Number.POSITIVE_INFINITY : maxsize, kernel);
}

function* perform(queue: BoundedBlockingQueue<Value>, op: Operation): Process<unknown> {
  switch (op[0]) {
    case "put":
      // A put that can never have to wait: CPython does not even look at its timeout.
      yield* queue.put(op[1], queue.capacity === Number.POSITIVE_INFINITY ? {} : patienceOf(op[2]));
      return null;
    case "get":
      return yield* queue.get(patienceOf(op[1]));
    case "qsize":
      return queue.qsize();
    case "empty":
      return queue.empty();
    case "full":
      return queue.full();
  }
}

function patienceOf({ block = true, timeout = null }: z.infer<typeof patience>): Patience {
  return timeout === null ? { block } : { block, timeout };
}

/** Do a call and tell how it ended, in the words of the recording. */
function* answering(call: () => Process<unknown>, tell: (answer: readonly unknown[]) => void): Process {
  try {
    tell(["ok", yield* call()]);
  } catch (error) {
    if (error instanceof RangeError) tell(["raise", "ValueError"]);
    else if (error instanceof DomainError) tell(["raise", error.name]);
    else throw error;
  }
}

function text(of: unknown): string {
  return JSON.stringify(of ?? null);
}

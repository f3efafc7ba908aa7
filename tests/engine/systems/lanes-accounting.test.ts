import { expect, test } from "vitest";
import {
  defaultsOf,
  type Field,
  type Kernel,
  type LanesState,
  type Plain,
  producerConsumer,
  Random,
  type System,
  type Task,
} from "../../../src/engine/index.ts";

const system = producerConsumer as unknown as System<LanesState>;
const STEPS = 1_000_000;

/** What a test needs to see of the running system besides its state. */
interface Shop {
  readonly kernel: Kernel;
  readonly ledger: { account(): LanesState["account"] };
  readonly queue: { qsize(): number };
  readonly threads: ReadonlyMap<
    string,
    { readonly role: string; readonly hand: unknown; readonly task: Task }
  >;
  set(parameter: string, value: Plain): void;
}

test("the account has never been wrong in a million steps, with something done to the threads every now and then", () => {
  const random = new Random(2026);
  const parameters = { ...defaultsOf(system.parameters), capacity: 16, scheduler: "seeded" };
  const shop = system.create(parameters, {
    trace: () => {},
    random: random.fork("shop"),
    clock: { now: 0 },
  }) as Shop;
  let done = 0;
  let wrong = 0;
  const seen = new Set<string>();
  while (shop.kernel.steps < STEPS) {
    for (let steps = random.whole(1, 400); steps > 0; steps--) {
      shop.kernel.step();
      const { produced, offered, queued, inProcess, consumed, dropped, lost, twice } = shop.ledger.account();
      const sum = offered + queued + inProcess + consumed + dropped + lost;
      if (produced !== sum || queued !== shop.queue.qsize() || twice !== 0) wrong += 1;
    }
    // Nobody is halted for ever: that would soon be everybody.
    for (const { task } of shop.threads.values()) shop.kernel.resume(task);
    seen.add(doSomething(shop, random));
    done += 1;
    const { offered, inProcess } = shop.ledger.account();
    expect([offered, inProcess]).toEqual(["producer", "consumer"].map((role) => held(shop, role)));
  }
  expect(wrong).toBe(0);
  expect(done).toBeGreaterThan(1_000);
  expect([...seen].toSorted()).toEqual([...Object.keys(OPERATIONS), "set"].toSorted());
  const { consumed, dropped, lost } = shop.ledger.account();
  expect(consumed).toBeGreaterThan(10_000);
  expect(dropped).toBeGreaterThan(10);
  expect(lost).toBeGreaterThan(10);
}, 60_000);

function held({ threads }: Shop, role: string): number {
  return [...threads.values()].filter((thread) => thread.role === role && thread.hand !== null).length;
}

/** What is done to the threads; to drain the queue would be the end of it. */
const { drainAndStop: _, ...OPERATIONS } = system.operations;

function doSomething(shop: Shop, random: Random): string {
  const names = [...Object.keys(OPERATIONS), "set"];
  const name = names[random.whole(0, names.length - 1)] ?? "";
  if (name === "set") {
    shop.set("onFull", ["retry", "drop", "add-consumer"][random.whole(0, 2)]);
    shop.set("producers", random.whole(1, 6));
    shop.set("consumers", random.whole(1, 6));
    shop.set("capacity", random.whole(1, 24));
    return name;
  }
  const operation = OPERATIONS[name];
  const threads = shop.kernel.tasks.map((task) => task.name);
  const values = Object.entries(operation?.arguments ?? {}).map(([argument, field]): [string, Plain] => {
    if ((field as Field).kind === "thread") return [argument, threads[random.whole(0, threads.length - 1)]];
    return [argument, random.whole(1, 5)];
  });
  try {
    operation?.run(shop, Object.fromEntries(values));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return name;
}

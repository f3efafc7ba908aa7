import TinyQueue from "tinyqueue";
import { BoundedBlockingQueue, Kernel, type Process, sleep } from "../../../src/engine/index.ts";

/** How much of what: the unit of every rate is one event. */
export interface Done {
  readonly events: number;
  /** Keeps the work from being optimised away. */
  readonly checksum: number;
}

/** The least that a discrete-event loop can do: take the earliest event from a binary heap, put one that comes later. */
export function bareHeap(events: number): Done {
  const times = new TinyQueue<number>([1, 2, 3, 4, 5]);
  let checksum = 0;
  for (let i = 0; i < events; i++) {
    const time = times.pop() ?? 0;
    checksum += time;
    times.push(time + 1 + ((i * 7) % 10));
  }
  return { events, checksum };
}

/** Two producers, three consumers and a queue, nobody watching: each step of the kernel is an event. */
export function producersAndConsumers(events: number): Done {
  const kernel = new Kernel();
  const queue = new BoundedBlockingQueue<number>(1_000, kernel);
  let consumed = 0;
  for (const name of ["P0", "P1"]) kernel.spawn(name, produce(queue));
  for (const name of ["C0", "C1", "C2"]) {
    kernel.spawn(
      name,
      consume(queue, () => {
        consumed += 1;
      }),
    );
  }
  while (kernel.steps < events) kernel.step();
  return { events: kernel.steps, checksum: consumed };
}

function* produce(queue: BoundedBlockingQueue<number>): Process {
  for (let item = 0; ; item++) {
    yield sleep(1);
    yield* queue.put(item, { timeout: 100 });
  }
}

function* consume(queue: BoundedBlockingQueue<number>, consumed: () => void): Process {
  for (let i = 0; ; i++) {
    yield* queue.get({ timeout: 1_000 });
    yield sleep(1 + ((i * 7) % 2));
    consumed();
  }
}

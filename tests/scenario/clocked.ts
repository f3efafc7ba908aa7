import { defineSystem, Kernel, type Process, sleep, whole } from "../../src/engine/index.ts";

/** Two processes, A and B, that count how often they have slept; A sleeps 2 ms at a time, B `pace` ms. */
export const clocked = defineSystem({
  id: "clocked",
  title: "Clocked",
  summary: "Two processes that sleep and count.",
  views: ["ring"],
  parameters: {
    pace: whole({ min: 1, max: 9, default: 3, help: "How long B sleeps." }),
    size: whole({ min: 1, max: 9, default: 1, help: "Cannot be changed in the middle of a run." }),
  },
  live: ["pace"],
  operations: { reset: { help: "Count from 0 again.", arguments: {}, run: (run: Counting) => run.reset() } },
  invariants: [
    {
      id: "few",
      words: "both have counted to at most 5",
      holds: ({ most }: ReturnType<Counting["snapshot"]>) => most <= 5,
    },
  ],
  create: ({ pace }) => new Counting(pace),
  kernel: ({ kernel }) => kernel,
  adjust: (run, _, value) => {
    run.pace = value as number;
  },
  snapshot: (run) => run.snapshot(),
});

class Counting {
  readonly kernel = new Kernel();
  readonly #counts = { A: 0, B: 0 };
  pace: number;

  constructor(pace: number) {
    this.pace = pace;
    this.kernel.spawn(
      "A",
      this.#counting("A", () => 2),
    );
    this.kernel.spawn(
      "B",
      this.#counting("B", () => this.pace),
    );
  }

  reset(): undefined {
    this.#counts.A = 0;
    this.#counts.B = 0;
    return undefined;
  }

  snapshot() {
    const { A, B } = this.#counts;
    const thread = (name: string, count: number) => ({ name, doing: `has slept ${count} times`, count });
    return { time: this.kernel.now, most: Math.max(A, B), threads: [thread("A", A), thread("B", B)] };
  }

  *#counting(name: "A" | "B", duration: () => number): Process {
    for (;;) {
      yield sleep(duration());
      this.#counts[name] += 1;
    }
  }
}

import { table } from "../../src/tools/table.ts";
import { bareHeap, type Done, producersAndConsumers } from "./events/work.ts";

/** Both run in this process, in alternating rounds; what counts is the median of each. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const EVENTS = 1_000_000;
const AIM = 1_000_000;

function rateOf(work: (events: number) => Done): number {
  const from = performance.now();
  const { events } = work(EVENTS);
  return (events * 1_000) / (performance.now() - from);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
  heap: rateOf(bareHeap),
  ours: rateOf(producersAndConsumers),
})).slice(1);
const heap = median(rounds.map((round) => round.heap));
const ours = median(rounds.map((round) => round.ours));
const ratio = median(rounds.map((round) => round.ours / round.heap));
console.log(
  [
    `events of a kernel, median of ${ROUNDS} rounds:`,
    table(
      ["loop", "M events/s"],
      [
        ["a bare binary heap", (heap / 1e6).toFixed(1)],
        ["producers and consumers", (ours / 1e6).toFixed(1)],
      ],
    ),
    `The kernel does **${ratio.toFixed(2)}** of what the bare loop does (the aim is ${AIM / 1e6} M events/s or more).`,
  ].join("\n\n"),
);

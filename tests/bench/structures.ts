import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { writeMeasured } from "../../src/tools/measured.ts";
import { table } from "../../src/tools/table.ts";
import { matches } from "./structures/contenders.ts";

/** Each contender runs in a process of its own, in alternating rounds; what counts is the median of each round's ratio. */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const child = fileURLToPath(new URL("structures/measure.ts", import.meta.url));

async function measure(match: string, name: string): Promise<number> {
  const running = fork(child, [match, name], { execArgv: ["--import", "tsx"] });
  const ended = once(running, "exit").then(([code]) => {
    throw new Error(`${name} ended with code ${code} and was not measured`);
  });
  const [rate] = await Promise.race([once(running, "message"), ended]);
  return rate as number;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

const report: string[] = [];
for (const [match, contenders] of Object.entries(matches)) {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const { name } of order) rates.get(name)?.push(await measure(match, name));
  }
  const ours = rates.get(contenders[0].name) ?? [];
  const results = contenders.map(({ name, isPackage }) => {
    const theirs = rates.get(name) ?? [];
    const ratio = median(theirs.map((rate, round) => (ours[round] ?? Number.NaN) / rate));
    return { name, isPackage, rate: median(theirs), ratio };
  });
  const packages = results.filter(({ isPackage }) => isPackage);
  const least = packages.reduce((best, entry) => (entry.ratio < best.ratio ? entry : best));
  report.push(
    `${match}, median of ${rounds} rounds:`,
    table(
      ["contender", "M operations/s", `${contenders[0].name} is`],
      results.map(({ name, rate, ratio }) => [name, (rate / 1e6).toFixed(1), `${ratio.toFixed(2)} × this`]),
    ),
    `Against the best package, ${least.name}: **${least.ratio.toFixed(2)}** (the aim is 1.00 or more).`,
  );
}
const text = report.join("\n\n");
console.log(text);
if (process.argv.includes("--write")) writeMeasured("structures", text);

import { Bench } from "tinybench";
import { matches } from "./contenders.ts";

/** Measure one contender, alone in this process, and send its rate in operations a second to the parent. */
const [match = "", name = ""] = process.argv.slice(2);
const contender = matches[match]?.find((entry) => entry.name === name);
if (contender === undefined) throw new Error(`no contender “${name}” in “${match}”`);

const work = await contender.make();
const { operations } = work();
const bench = new Bench({ time: 500, warmupTime: 250, retainSamples: true });
bench.add(name, () => {
  work();
});
const [task] = await bench.run();
const result = task?.result;
if (result?.state !== "completed") throw new Error(`“${name}” was not measured`);
process.send?.((operations * 1_000) / result.latency.p50);

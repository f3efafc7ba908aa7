import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { packaged, run } from "./run.mjs";

// `npm run fuzz -- [--rounds 10] [test files]`: the specs with properties again and again, each round with other draws,
// until one fails. What it prints of that round repeats it.

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "10" } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is to be a whole number from 1 on, not “${values.rounds}”.`);
  process.exit(1);
}
const files =
  positionals.length > 0 ? positionals : ["tests/engine", "tests/scenario", "tests/stage", "tests/views"];
for (let round = 1; round <= rounds; round++) {
  const seed = String(randomInt(2 ** 31));
  console.log(`\nRound ${round} of ${rounds}: FUZZ_SEED=${seed} npx vitest run ${files.join(" ")}`);
  const exit = await run([...packaged("vitest"), "run", "--reporter=dot", ...files], {
    env: { FUZZ_SEED: seed },
  });
  if (exit !== 0) process.exit(exit);
}

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const program = `
  import { Kernel, OverwritingRingBuffer, Recording, RingBuffer, defineSystem, registry } from "./.build/engine/index.js";
  const system = registry.get("ring-buffer");
  const setup = { system, parameters: { capacity: 2 }, seed: 1 };
  const recording = new Recording(setup, [{ operation: "push", values: { item: "A" } }]);
  const all = [Kernel, OverwritingRingBuffer, RingBuffer, defineSystem].map((entry) => typeof entry);
  console.log(JSON.stringify([recording.frame(recording.length - 1).state.size, registry.size > 10, ...all]));
`;

test("the compiled engine runs in plain Node, without a page and without a build tool", () => {
  const compiled = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--build", "src/engine"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(compiled.stdout + compiled.stderr).toBe("");
  const ran = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: root,
    encoding: "utf8",
  });
  expect(ran.stderr).toBe("");
  expect(JSON.parse(ran.stdout)).toEqual([1, true, "function", "function", "function", "function"]);
}, 60_000);

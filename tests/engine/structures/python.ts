import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../src/engine/structures/", import.meta.url));

/** Whether there is a Python to run the twins with. */
export const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** The file of a structure's Python twin, such as that of `log/retention`. */
export const twinFile = (name: string) => `${folder}${name}.py`;

const before = `
import json, re, sys
asked = json.load(sys.stdin)
for file in asked["files"]:
    exec(compile(open(file, encoding="utf-8").read(), file, "exec"))
told = []
`;
const after = `
json.dump(told, sys.stdout)
`;

/**
 * Have the Python twins of some structures do something.
 *
 * @param names of the structures, each after what it builds on
 * @param program what to do with them; it finds what is asked for in `asked` and puts one answer for each run into `told`
 * @throws Error with what Python says, when it fails
 */
export function askPython(names: readonly string[], program: string, asked: object): unknown[] {
  const { stdout, stderr } = spawnSync("python3", ["-c", before + program + after], {
    input: JSON.stringify({ ...asked, files: names.map(twinFile) }),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout);
}

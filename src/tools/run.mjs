import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs a program to its end in the project's folder, its output shown as it comes, with nothing to read from.
 * A program that cannot be started counts as failed.
 * @param {readonly [command: string, ...args: string[]]} line
 * @param {{ env?: Record<string, string> }} [options] variables on top of this program's own
 * @returns {Promise<number>} its exit code
 */
export function run([command, ...args], { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * The command line of npm: the one that started this program, if any. npm is a script on Windows, which `spawn`
 * starts only through a shell; Node with npm's own file needs none.
 * @returns {[string, ...string[]]}
 */
export function npm() {
  const started = process.env.npm_execpath;
  if (started !== undefined && path.basename(started) === "npm-cli.js") return [process.execPath, started];
  if (process.platform !== "win32") return ["npm"];
  return [process.execPath, path.join(path.dirname(process.execPath), "node_modules/npm/bin/npm-cli.js")];
}

/**
 * The command line of a program that an installed package brings.
 * @param {string} name of the package
 * @param {string} [program] its name, when it is not the package's
 * @returns {[string, string]}
 */
export function packaged(name, program = path.basename(name)) {
  const folder = path.join(root, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return [process.execPath, path.join(folder, typeof bin === "string" ? bin : bin[program])];
}

import { existsSync, readFileSync } from "node:fs";
import { type StructureSource, UnknownShape } from "./structure-source.ts";

/** One method of a Python class, without its docstring. */
export interface PythonMethod {
  readonly name: string;
  /** From `def` on, with the indentation of the class taken off; `line` counts from 1 in the file. */
  readonly lines: readonly { readonly text: string; readonly line: number }[];
  readonly file: string;
}

/** The Python file that belongs beside a structure's own. */
export function pythonFileOf(file: string): string {
  return file.replace(/\.ts$/, ".py");
}

/** Read the Python methods of a structure and of those it extends; undefined when there is no Python file beside it. */
export function readPython(structure: StructureSource): ReadonlyMap<string, PythonMethod> | undefined {
  const file = pythonFileOf(structure.file);
  if (!existsSync(file)) return undefined;
  const inherited = structure.parent === undefined ? undefined : readPython(structure.parent);
  const methods = new Map(inherited);
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const start = lines.findIndex((line) => new RegExp(`^class ${structure.name}\\b`).test(line));
  if (start < 0) throw new UnknownShape(file, 1, `expected “class ${structure.name}”`);
  for (let at = start + 1; at < lines.length && !/^\S/.test(lines[at] ?? ""); at++) {
    const name = /^ {4}def (\w+)\(/.exec(lines[at] ?? "")?.[1];
    if (name === undefined) continue;
    const end = endOf(lines, at);
    const own = lines.slice(at, end).map((text, index) => ({ text: text.slice(4), line: at + index + 1 }));
    methods.set(name, { name, lines: withoutDocstring(own), file });
    at = end - 1;
  }
  return methods;
}

/** The name that a method has in Python. */
export function pythonName(name: string): string {
  return SPECIAL[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const SPECIAL: { readonly [name: string]: string } = {
  constructor: "__init__",
  "[Symbol.iterator]": "__iter__",
  toString: "__str__",
};

/** The first line after a method: the next one that stands no deeper than its `def`. */
function endOf(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (end < lines.length && !/^ {0,4}[^\s)]/.test(lines[end] ?? "")) end++;
  while (/^\s*$/.test(lines[end - 1] ?? "")) end--;
  return end;
}

function withoutDocstring(lines: PythonMethod["lines"]): PythonMethod["lines"] {
  const body = lines.findIndex(({ text }) => /:\s*(#.*)?$/.test(text)) + 1;
  const first = lines[body]?.text ?? "";
  if (!/^\s*[rR]?"""/.test(first)) return lines;
  const closes = /""".*"""/.test(first)
    ? body
    : lines.findIndex(({ text }, index) => index > body && text.includes('"""'));
  return [...lines.slice(0, body), ...lines.slice(closes + 1)];
}

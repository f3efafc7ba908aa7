import type { PlainMethod } from "./plain-listing.ts";
import { type PythonMethod, pythonName } from "./python-source.ts";
import { type SourceMethod, type StructureSource, UnknownShape } from "./structure-source.ts";

/**
 * A method's Python twin as it is shown. It makes the same marks in the same order of lines as the TypeScript one,
 * so that the one's way through its code is the other's too.
 *
 * @throws UnknownShape when there is no such twin, or it makes other marks
 */
export function pythonMethod(
  method: SourceMethod,
  typescript: PlainMethod,
  structure: StructureSource,
  python: ReadonlyMap<string, PythonMethod>,
  file: string,
): PlainMethod {
  const name = pythonName(method.name);
  const twin = python.get(name);
  if (twin === undefined) throw new UnknownShape(file, 1, `${structure.name} has no method ${name}`);
  const lines: string[] = [];
  const places: Place[] = [];
  for (const part of [twin, ...methodsBelow(twin, python)]) {
    if (lines.length > 0) lines.push("");
    const shown = shownMethod(part);
    const isGoneThrough = part === twin || shown.places.some(({ mark }) => !ENDS.includes(mark));
    const own = shown.places.filter(({ mark }) => part === twin || (isGoneThrough && mark !== "return"));
    places.push(...own.map(({ mark, line }) => ({ mark, line: line + lines.length })));
    lines.push(...shown.lines);
  }
  const [theirs, ours] = [typescript.sites, places].map((sites) => sites.map(({ mark }) => mark).join(", "));
  if (theirs !== ours) {
    const message = `${name} must make the marks of ${structure.name}.${method.name}, line by line: ${theirs}; found ${ours}`;
    throw new UnknownShape(twin.file, twin.lines[0]?.line ?? 1, message);
  }
  const sites = typescript.sites.map((site, index) => ({ ...site, line: places[index]?.line ?? 0 }));
  return { lines, sites, first: typescript.first };
}

interface Place {
  readonly mark: string;
  readonly line: number;
}

const ENDS = ["return", "throw"];

/** The methods that a method calls, and those that they call, in the order of the calls. */
function methodsBelow(method: PythonMethod, python: ReadonlyMap<string, PythonMethod>): PythonMethod[] {
  const shown = new Set([method]);
  for (const caller of shown) {
    for (const [, name = ""] of textOf(caller).matchAll(/\bself\.(\w+)\(/g)) {
      const called = python.get(name);
      if (called !== undefined) shown.add(called);
    }
  }
  shown.delete(method);
  return [...shown];
}

function textOf({ lines }: PythonMethod): string {
  return lines.map(({ text }) => text).join("\n");
}

/** A method's lines without its traces, and the line that each mark belongs to. */
function shownMethod({ lines, file }: PythonMethod): { lines: string[]; places: Place[] } {
  const shown: string[] = [];
  const places: Place[] = [];
  /** Where the block of the lock begins that the line stands in. */
  let lock: { readonly line: number; readonly indent: number } | undefined;
  for (const { text, line } of lines) {
    if (lock !== undefined && /\S/.test(text) && indentOf(text) <= lock.indent) {
      places.push({ mark: "release", line: lock.line });
      lock = undefined;
    }
    const mark = /^\s*if self\.trace: self\.trace\("([\w-]+)"(?:, .*)?\)$/.exec(text)?.[1];
    if (mark !== undefined) places.push({ mark, line: told(shown, indentOf(text)) });
    else if (/^\s*self\.trace\b.*=/.test(text)) continue;
    else if (/\bself\.trace\b/.test(text)) {
      throw new UnknownShape(file, line, 'a trace reads: if self.trace: self.trace("mark", …)');
    } else {
      const own = lockMarks(text);
      places.push(...own.map((mark) => ({ mark, line: shown.length })));
      if (WITH_LOCK.test(text)) lock = { line: shown.length, indent: indentOf(text) };
      const end = /(?:^|:\s)\s*(return|raise)\b/.exec(text)?.[1];
      if (end !== undefined) places.push({ mark: end === "raise" ? "throw" : "return", line: shown.length });
      shown.push(text.trimEnd());
    }
  }
  if (lock !== undefined) places.push({ mark: "release", line: lock.line });
  return { lines: shown, places };
}

const WITH_LOCK = /^\s*with self\.lock:/;

/** What a lock or one of its conditions marks by itself; see `lock-call.ts`. The end of a `with` block is its release. */
function lockMarks(text: string): readonly string[] {
  if (WITH_LOCK.test(text)) return ["locked-out", "lock"];
  if (/\bself\._sleep\(/.test(text)) return ["wait"];
  return /\bself\.not_\w+\.wait\(/.test(text) ? ["wait", "locked-out", "lock"] : [];
}

/** After the end of a block a trace tells about what comes next; everywhere else, about what was just done. */
function told(shown: readonly string[], indent: number): number {
  const before = shown.findLastIndex((line) => /^\s*[^\s#]/.test(line));
  return indentOf(shown[before] ?? "") > indent ? shown.length : before;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

import type { ESTree } from "vite";
import { lineOf, type SourceMethod, UnknownShape } from "./structure-source.ts";
import { isTrace, markOf } from "./trace-call.ts";
import { everyNode } from "./walk.ts";

/** A method as it is shown, and where each statement of it is to be found. */
export interface ShownMethod {
  readonly lines: readonly string[];
  /** The shown line of a statement; for a trace, of what it tells about. */
  lineFor(statement: ESTree.Node): number;
}

/** A method without trace calls and without what only the type checker reads. */
export function shownMethod(method: SourceMethod): ShownMethod {
  const { node, text } = method;
  const first = lineOf(text, node.start);
  const last = lineOf(text, node.end);
  const traces = tracesOf(method);
  const cuts = [modifiersOf(method), ...typesNoiseOf(method)];
  const indent = /^\s*/.exec(text.split("\n")[first - 1] ?? "")?.[0].length ?? 0;
  const lines: string[] = [];
  /** The shown line of each line of the file, or the one before it where it is left out. */
  const shownAt = new Map<number, number>();
  let code = 0;
  for (let line = first; line <= last; line++) {
    const traced = traces.some(([from, to]) => line >= from && line <= to);
    if (!traced) {
      const shown = cutLine(text, line, cuts).slice(indent).trimEnd();
      lines.push(shown);
      if (/\S/.test(shown) && !/^\s*(\/\/|\/?\*)/.test(shown)) code = lines.length - 1;
    }
    // After the end of a block a trace tells about what comes next; everywhere else, about what was just done.
    const told = /^\s*\}$/.test(lines[code] ?? "") ? lines.length : code;
    shownAt.set(line, traced ? told : lines.length - 1);
  }
  return { lines, lineFor: (statement) => shownAt.get(lineOf(text, statement.start)) ?? 0 };
}

/** The lines that each trace statement takes, which must be its own. */
function tracesOf(method: SourceMethod): [from: number, to: number][] {
  const { text, file } = method;
  const traces: [number, number][] = [];
  const inside = new Set<number>();
  for (const node of everyNode(method.body)) {
    if (node.type === "ExpressionStatement" && markOf(node, method) !== undefined) {
      const before = text.slice(text.lastIndexOf("\n", node.start) + 1, node.start);
      const after = text.slice(node.end, text.indexOf("\n", node.end));
      const line = lineOf(text, node.start);
      if (/\S/.test(before + after)) throw new UnknownShape(file, line, "a trace stands on lines of its own");
      traces.push([line, lineOf(text, node.end)]);
      for (const part of everyNode(node)) if (isTrace(part)) inside.add(part.start);
    } else if (isTrace(node) && !inside.has(node.start)) {
      const line = lineOf(text, node.start);
      throw new UnknownShape(file, line, 'a trace is a statement of its own: this.trace?.("mark", …);');
    }
  }
  return traces;
}

type Cut = readonly [start: number, end: number];

/** `override`, `protected` and the like, before the name. */
function modifiersOf({ node, text }: SourceMethod): Cut {
  const words = /^(?:(?:public|private|protected|override|static)\s+)*/.exec(
    text.slice(node.start, node.end),
  );
  return [node.start, node.start + (words?.[0].length ?? 0)];
}

/** ` as T` and the `!` that says “not undefined”. */
function typesNoiseOf({ body }: SourceMethod): Cut[] {
  const cuts: Cut[] = [];
  for (const node of everyNode(body)) {
    if (node.type === "TSAsExpression" || node.type === "TSNonNullExpression") {
      cuts.push([node.expression.end, node.end]);
    }
  }
  return cuts;
}

function cutLine(text: string, line: number, cuts: readonly Cut[]): string {
  let start = 0;
  for (let skipped = 1; skipped < line; skipped++) start = text.indexOf("\n", start) + 1;
  const newline = text.indexOf("\n", start);
  const end = newline < 0 ? text.length : newline;
  let kept = "";
  for (let at = start; at < end; at++) {
    if (!cuts.some(([from, to]) => at >= from && at < to)) kept += text[at];
  }
  return kept;
}

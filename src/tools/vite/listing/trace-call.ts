import type { ESTree } from "vite";
import { lineOf, type SourceMethod, UnknownShape } from "./structure-source.ts";

/**
 * The mark of a statement `this.trace?.("mark", …)`, or of `yield this.did("mark")`, which besides lets others move;
 * undefined for every other statement.
 */
export function markOf(statement: ESTree.Statement, method: SourceMethod): string | undefined {
  if (statement.type !== "ExpressionStatement") return undefined;
  const call = tracingCall(statement.expression);
  if (call === undefined) return undefined;
  const [mark] = call.arguments;
  if (mark?.type === "Literal" && typeof mark.value === "string") return mark.value;
  const line = lineOf(method.text, statement.start);
  throw new UnknownShape(method.file, line, "the mark of a trace is a text in double quotes");
}

function tracingCall(expression: ESTree.Expression): ESTree.CallExpression | undefined {
  const call =
    expression.type === "ChainExpression"
      ? expression.expression
      : expression.type === "YieldExpression" && !expression.delegate
        ? expression.argument
        : null;
  return call?.type === "CallExpression" && isTrace(call.callee) ? call : undefined;
}

/** The small method that makes a mark and gives what to yield. */
export const STEP = "did";

/** Is it `this.trace` or `this.did`? */
export function isTrace(node: ESTree.Node): boolean {
  return (
    node.type === "MemberExpression" &&
    node.object.type === "ThisExpression" &&
    node.property.type === "Identifier" &&
    (node.property.name === "trace" || node.property.name === STEP)
  );
}

import type { ESTree } from "vite";
import { lineOf, type SourceMethod, UnknownShape } from "./structure-source.ts";

/** The mark of a statement `this.trace?.("mark", …)`; undefined for every other statement. */
export function markOf(statement: ESTree.Statement, method: SourceMethod): string | undefined {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "ChainExpression")
    return undefined;
  const call = statement.expression.expression;
  if (call.type !== "CallExpression" || !isTrace(call.callee)) return undefined;
  const [mark] = call.arguments;
  if (mark?.type === "Literal" && typeof mark.value === "string") return mark.value;
  const line = lineOf(method.text, statement.start);
  throw new UnknownShape(method.file, line, "the mark of a trace is a text in double quotes");
}

/** Is it `this.trace`? */
export function isTrace(node: ESTree.Node): boolean {
  return (
    node.type === "MemberExpression" &&
    node.object.type === "ThisExpression" &&
    node.property.type === "Identifier" &&
    node.property.name === "trace"
  );
}

import type { ESTree } from "vite";
import { lockCall } from "./lock-call.ts";
import type { SourceMethod, StructureSource } from "./structure-source.ts";
import { isTrace } from "./trace-call.ts";
import { everyNode } from "./walk.ts";

/** The structure's own method that `this.name(…)` or `super.name(…)` calls; undefined for every other node. */
export function calledMethod(
  node: ESTree.Node,
  method: SourceMethod,
  structure: StructureSource,
): SourceMethod | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object, property } = node.callee;
  if (property.type !== "Identifier") return undefined;
  if (isTrace(node.callee)) return undefined;
  if (object.type === "ThisExpression") return structure.methods.get(property.name);
  if (object.type !== "Super") return undefined;
  return ownerOf(method, structure)?.parent?.methods.get(property.name);
}

/** The methods to show below a method: those that it calls, and those that they call, in the order of the calls. */
export function methodsBelow(method: SourceMethod, structure: StructureSource): SourceMethod[] {
  const shown = new Set([method]);
  for (const caller of shown) {
    for (const node of everyNode(caller.body)) {
      const called = calledMethod(node, caller, structure);
      if (called !== undefined) shown.add(called);
    }
  }
  shown.delete(method);
  return [...shown];
}

/** Does a method trace, by itself or through what it calls? */
export function makesMarks(
  method: SourceMethod,
  structure: StructureSource,
  seen: SourceMethod[] = [],
): boolean {
  if (seen.includes(method)) return false;
  for (const node of everyNode(method.body)) {
    if (isTrace(node) || lockCall(node) !== undefined) return true;
    const called = calledMethod(node, method, structure);
    if (called !== undefined && makesMarks(called, structure, [...seen, method])) return true;
  }
  return false;
}

/** The class of the line of inheritance whose file a method stands in. */
function ownerOf(method: SourceMethod, structure: StructureSource): StructureSource | undefined {
  let owner: StructureSource | undefined = structure;
  while (owner !== undefined && owner.file !== method.file) owner = owner.parent;
  return owner;
}

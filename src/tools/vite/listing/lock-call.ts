import type { ESTree } from "vite";

/**
 * A call that makes marks by itself, in a lock or one of its conditions, so that the code around it need not:
 *
 * - `this.lock.acquire()`: `locked-out` as often as somebody else has it, then `lock`
 * - `this.lock.release()`: `release`
 * - `this.room.wait(…)`, handed on with `yield*`: `wait`, then what `acquire` makes
 * - `this.room.sleep(…)`: `wait`
 */
export type LockCall = "acquire" | "release" | "wait" | "sleep";

const CALLS: readonly string[] = ["acquire", "release", "wait", "sleep"] satisfies readonly LockCall[];

/** What a call does with a lock; undefined for every other node. */
export function lockCall(node: ESTree.Node): LockCall | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object, property } = node.callee;
  if (object.type !== "MemberExpression" || object.object.type !== "ThisExpression") return undefined;
  if (property.type !== "Identifier" || !CALLS.includes(property.name)) return undefined;
  return property.name as LockCall;
}

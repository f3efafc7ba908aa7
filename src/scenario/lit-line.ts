import type { ListedMethod } from "./listing.ts";

/**
 * The line of a method to be lit: the line that did the last mark.
 *
 * A mark may stand in several places, such as `write` in both branches of a push. Which of them it was follows from
 * the marks before it, by going through the code along with them: only what the code may come to next is considered.
 *
 * @param marks the marks of the operation so far, in order, without its `call`; `return` or `throw` may be the last
 */
export function litLine(
  method: Pick<ListedMethod, "call" | "sites" | "first">,
  marks: readonly string[],
): number {
  const { sites, first } = method;
  let reachable: readonly number[] = first;
  let line = method.call;
  for (const mark of marks) {
    const found = [reachable, first]
      .map((candidates) => candidates.filter((index) => sites[index]?.mark === mark))
      .find((candidates) => candidates.length > 0);
    // A mark that this code does not make here, such as a system's own, leaves the light where it is.
    if (found === undefined) continue;
    line = sites[Math.min(...found)]?.line ?? line;
    reachable = [...new Set(found.flatMap((index) => sites[index]?.next ?? []))];
  }
  return line;
}

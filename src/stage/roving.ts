import type { Mark } from "./mark.ts";
import { placeOf } from "./place.ts";

/**
 * Which mark a key moves the focus to, among those with an action, round and round; undefined for any other key. Threads
 * come first, column by column as they stand; then what has a number, in the order of the numbers.
 */
export function nextKey(marks: readonly Mark[], current: string, key: string): string | undefined {
  const reachable = marks.filter((mark) => mark.action !== undefined).sort(inOrder);
  const place = reachable.findIndex((mark) => mark.key === current);
  const { length } = reachable;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return reachable[(place + 1) % length]?.key;
    case "ArrowLeft":
    case "ArrowUp":
      return reachable[(place - 1 + length) % length]?.key;
    case "Home":
      return reachable[0]?.key;
    case "End":
      return reachable[length - 1]?.key;
    default:
      return undefined;
  }
}

function inOrder(a: Mark, b: Mark): number {
  const [first, second] = [a.action?.value, b.action?.value];
  if (typeof first === "number" && typeof second === "number") return first - second;
  if (typeof first === "number" || typeof second === "number") return typeof first === "number" ? 1 : -1;
  const [here, there] = [placeOf(a.n), placeOf(b.n)];
  return here.x - there.x || here.y - there.y;
}

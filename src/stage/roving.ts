import type { Mark } from "./mark.ts";

/** Which mark a key moves the focus to, among those with an action, round and round; undefined for any other key. */
export function nextKey(marks: readonly Mark[], current: string, key: string): string | undefined {
  const reachable = marks
    .filter((mark) => mark.action !== undefined)
    .sort((a, b) => (a.action?.value ?? 0) - (b.action?.value ?? 0));
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

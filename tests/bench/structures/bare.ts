import { CAPACITY, type Item, items, levels, type Work } from "./work.ts";

/** The same work on a bare array in local variables: no object, no method, no check. What is left to win. */
export function barePairs(): Work {
  const slots = [...new Array<Item | undefined>(CAPACITY)];
  return () => {
    let head = 0;
    let tail = 0;
    let level = 0;
    let operations = 0;
    let checksum = 0;
    for (let i = 0; i <= levels.length; i++) {
      const next = levels[i] ?? 0;
      for (; level < next; level++, operations++) {
        slots[head] = items[operations & 4_095];
        head = head + 1 === CAPACITY ? 0 : head + 1;
      }
      for (; level > next; level--, operations++) {
        checksum += (slots[tail] as Item).id;
        tail = tail + 1 === CAPACITY ? 0 : tail + 1;
      }
    }
    return { operations, checksum };
  };
}

export function bareOverwrites(): Work {
  const slots = [...new Array<Item | undefined>(CAPACITY)];
  let head = 0;
  return () => {
    const operations = 65_536;
    for (let i = 0; i < operations; i++) {
      slots[head] = items[i & 4_095];
      head = head + 1 === CAPACITY ? 0 : head + 1;
    }
    return { operations, checksum: slots[head]?.id ?? 0 };
  };
}

/** What is stored: objects, as in real use. */
export interface Item {
  readonly id: number;
}

/** How many slots every contender has. */
export const CAPACITY = 1_024;

const OVERWRITES = 65_536;

export const items: readonly Item[] = Array.from({ length: 4_096 }, (_, id) => ({ id }));

/** Fill levels to go to one after another, from empty to full: the ring is met at every level, and wraps everywhere. */
export const levels: readonly number[] = Array.from({ length: 512 }, (_, i) => (i * 619) % (CAPACITY + 1));

/** How many items went in and came out: the unit of every rate. A checksum keeps the work from being optimised away. */
export interface Done {
  readonly operations: number;
  readonly checksum: number;
}

export type Work = () => Done;

/** Fill and drain from level to level. Every push is answered by a pop in the end. */
export function pairs(push: (item: Item) => void, take: () => Item | undefined): Work {
  return () => {
    let level = 0;
    let operations = 0;
    let checksum = 0;
    for (let i = 0; i <= levels.length; i++) {
      const next = levels[i] ?? 0;
      for (; level < next; level++, operations++) push(items[operations & 4_095] as Item);
      for (; level > next; level--, operations++) checksum += (take() as Item).id;
    }
    return { operations, checksum };
  };
}

/** Push into what is full already: each item costs the oldest one. */
export function overwrites(push: (item: Item) => void, peek: () => Item | undefined): Work {
  return () => {
    for (let i = 0; i < OVERWRITES; i++) push(items[i & 4_095] as Item);
    return { operations: OVERWRITES, checksum: peek()?.id ?? 0 };
  };
}

import type { TriedNode } from "./tried.ts";

/** A place of the drawing, in columns and rows counted from 0. */
export interface Placed {
  readonly node: TriedNode;
  readonly column: number;
  readonly row: number;
}

/**
 * Where the places of a tree of schedules are drawn: a row for each move, so that who moved at the same time stands side by
 * side. The first schedule that was tried goes straight down; each later branch, with all that grows from it, stands to
 * the right of whatever comes as far down, so that no branch crosses another.
 */
export function layoutOf(root: TriedNode): readonly Placed[] {
  const placed: Placed[] = [];
  /** The first row, from the top, that is not taken in each column: branches are placed from the bottom up. */
  const free: number[] = [];
  const place = (from: TriedNode, column: number): void => {
    const line: TriedNode[] = [];
    for (let node: TriedNode | undefined = from; node !== undefined; node = node.children[0]) line.push(node);
    const top = from.depth;
    free[column] = Math.min(free[column] ?? Number.POSITIVE_INFINITY, top);
    for (const node of line) placed.push({ node, column, row: node.depth });
    for (const node of line.reverse()) {
      for (const branch of node.children.slice(1)) place(branch, columnFor(branch, column));
    }
  };
  const columnFor = (branch: TriedNode, beside: number): number => {
    const bottom = deepest(branch) + 1;
    return (
      1 +
      Math.max(
        beside,
        free.findLastIndex((top) => top <= bottom),
      )
    );
  };
  place(root, 0);
  return placed.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The last row of all that grows from a place. */
function deepest(node: TriedNode): number {
  return node.children.reduce((row, child) => Math.max(row, deepest(child)), node.depth);
}

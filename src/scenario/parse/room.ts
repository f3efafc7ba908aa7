import { grouped } from "../../engine/systems/grouped.ts";
import type { Place, Report } from "../problem.ts";

/** An episode has at most so many operations, written out: a few short lines of ranges stand for millions. */
export const MOST_OPERATIONS = 20_000;

/** The room that is left for operations in an episode. */
export class Room {
  #left = MOST_OPERATIONS;

  /** Nothing more need be read: there is no room for it, and that has been told. */
  get isFull(): boolean {
    return this.#left < 0;
  }

  /** Those of some operations, read at a place, that find room; none when not all do. */
  take<T>(operations: readonly T[], at: Place, report: Report): readonly T[] {
    if (this.isFull) return [];
    this.#left -= operations.length;
    if (!this.isFull) return operations;
    report.add(at, `an episode has room for ${grouped(MOST_OPERATIONS)} operations, and here it has more`);
    return [];
  }
}

/**
 * One keyed shape of a picture. `n` holds its numbers in the coordinates in which the thing moves: radians clockwise
 * from twelve o'clock, going on past a full turn; distances in px. Every number is interpolated between two pictures;
 * everything else switches over.
 *
 * Numbers by kind (all may have `opacity`, 0 … 1, default 1):
 * - `arc`: cx cy r0 r1 a0 a1, a ring sector; `corner` rounds it
 * - `rect`: x y w h, `corner`
 * - `circle`: x y r
 * - `line`: x y x1 y1
 * - `text`: x y size, or polar cx cy r a size; `turn` rotates it, in radians
 * - `pill`: x y w h size, or polar cx cy r a w h size: a box with its text in the middle, its ends round or by `corner`
 * - `tile`: a box around its own middle, x y w h or polar cx cy r a w h, turned by `turn` and bent by `k`, the
 *   curvature (1 / radius) of the ring it lies in: 0 is straight, below 0 it bends downwards. `corner` rounds it, `gap` keeps it apart from its
 *   neighbours. One shape all the way from a straight queue into the slot of a ring.
 * - `arrow`: polar cx cy a r0 r1, from r0 to its point at r1; or x y x1 y1
 * - `path`: x y as an offset; the outline is `path`
 *
 * A mark that is polar in one picture and not in the other moves in a straight line. One with `b0` and `b1` that comes
 * from left of b0 and goes to the right of b1 follows a track between them: it changes its height there alone, see
 * `bend.ts`.
 */
export interface Mark {
  /** Which thing it is, the same in every picture: an item keeps its key from the producer's hand to the consumer's. */
  readonly key: string;
  readonly kind: "arc" | "rect" | "circle" | "line" | "text" | "pill" | "tile" | "arrow" | "path";
  readonly n: Readonly<Record<string, number>>;
  /**
   * Names for the style sheet: hues, states, emphasis. Never a colour. `mono` and `bold` also tell how wide a text
   * is; `cover` says that it hides what is beneath it.
   */
  readonly style: string;
  readonly text?: string;
  /** The whole text, where `text` is a shortened form of it. */
  readonly full?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly path?: string;
  /** What it shows, as `item:18` or `slot:5`: all marks of one subject light up together. */
  readonly subject?: string;
  /** Makes it focusable: its accessible name, and what choosing it means. */
  readonly action?: Action;
  /** Where it comes from when it is new, and goes when it leaves: numbers that replace those of `n`. */
  readonly enter?: Readonly<Record<string, number>>;
  readonly leave?: Readonly<Record<string, number>>;
}

/**
 * What choosing a mark means: a slot, an item, a partition or a broker by its number, a thread by its name, a member of
 * a group as `group/member`. `name` is the accessible name.
 */
export type Action = { readonly name: string } & (
  | { readonly pick: "slot" | "item" | "partition" | "broker"; readonly value: number }
  | { readonly pick: "thread" | "member"; readonly value: string }
);

/** The space a picture has, in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

import type { Trace } from "../kernel/trace.ts";
import type { GrowableRing } from "./growable-ring.ts";

/** What became of an item that was offered to a buffer. */
export type Offer<T> =
  /** It is in the buffer. `evicted` had to give way to it, if anything had. */
  | { readonly became: "stored"; readonly evicted: T | undefined }
  /** It is not in the buffer. Whoever offered it keeps it and offers it again when there is room. */
  | { readonly became: "waits" }
  /** It is lost: there was no room. */
  | { readonly became: "refused" }
  /** It is lost: the buffer was nearly full, and the draw did not fall on it. */
  | { readonly became: "sampled-away" };

/** What a buffer does when more comes in than goes out. All five have this one shape, and each stands in front of a ring. */
export abstract class BackpressureStrategy<T> {
  readonly buffer: GrowableRing<T>;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  constructor(buffer: GrowableRing<T>) {
    this.buffer = buffer;
  }

  /** Offer an item to the buffer. Never waits itself: it says what became of the item. */
  abstract offer(item: T): Offer<T>;
}

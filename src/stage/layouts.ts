import { sameMark } from "./between.ts";
import type { Mark, Size } from "./mark.ts";

/** Something that draws pictures: a view, as far as the stage needs to know it. */
export interface Drawing<P extends Pictured> {
  layout(picture: P, size: Size): readonly Mark[];
}

/** What a picture is made of, as far as the stage needs to know it: a frame, and what lies ahead. */
export interface Pictured {
  readonly frame: object;
  readonly ahead: readonly unknown[];
  readonly stream?: string;
}

interface Laid {
  readonly drawing: object;
  readonly width: number;
  readonly height: number;
  readonly ahead: readonly unknown[];
  readonly stream: string | undefined;
  readonly marks: readonly Mark[];
}

/** A frame is seldom shown in more than a few places at a time. */
const KEPT = 6;
/** Layouts are many times larger than frames, so only those of so many frames are kept, the last asked for. */
const FRAMES = 32;
const laid = new Map<object, readonly Laid[]>();

/**
 * The marks of a picture, laid out once for each frame and size: asked for again soon, it is the very same list.
 *
 * @param like marks of a neighbouring picture: those that are equal are taken over as the very same objects
 */
export function layoutOf<P extends Pictured>(
  drawing: Drawing<P>,
  picture: P,
  size: Size,
  like?: readonly Mark[],
): readonly Mark[] {
  const known = laid.get(picture.frame) ?? [];
  const found = known.find(
    (entry) =>
      entry.drawing === drawing &&
      entry.width === size.width &&
      entry.height === size.height &&
      entry.stream === picture.stream &&
      sameList(entry.ahead, picture.ahead),
  );
  if (found !== undefined) {
    keep(picture.frame, known);
    return found.marks;
  }
  const fresh = drawing.layout(picture, size);
  const marks = like === undefined ? fresh : share(like, fresh);
  const { ahead, stream } = picture;
  keep(picture.frame, [{ drawing, ...size, ahead, stream, marks }, ...known].slice(0, KEPT));
  return marks;
}

/** A map is ordered by when its entries were set: the first is the one that was not asked for the longest. */
function keep(frame: object, layouts: readonly Laid[]): void {
  laid.delete(frame);
  laid.set(frame, layouts);
  const [longest] = laid.keys();
  if (laid.size > FRAMES && longest !== undefined) laid.delete(longest);
}

/** The same marks as `fresh`, with the objects of `old` wherever they are equal. */
function share(old: readonly Mark[], fresh: readonly Mark[]): readonly Mark[] {
  const byKey = new Map(old.map((mark) => [mark.key, mark]));
  return fresh.map((mark) => {
    const same = byKey.get(mark.key);
    return same !== undefined && sameMark(same, mark) ? same : mark;
  });
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

import type { Frame } from "../../engine/index.ts";
import type { ShiftComparisonState } from "../../engine/systems/ring/shift-comparison-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { contentOf } from "../parts/content.ts";
import { count } from "../parts/phrases.ts";
import { line, typeSize } from "../parts/words.ts";
import { view as ring } from "../ring/view.ts";
import type { Picture, View } from "../view.ts";
import { moved } from "./moved.ts";
import { queueMarks } from "./queue.ts";

/** A queue in a plain array, which moves every item, beside a ring, which moves none. */
export const view: View<ShiftComparisonState> = {
  id: "shift",
  title: "Array and ring",
  height: { least: 220, share: 1 },
  layout,
  describe,
};

/** The share of the width that the array takes at most, which lies in one row. */
const ARRAY = 0.57;
/** The width that a ring needs to name its pointers beside them, in px: the array leaves it as much, but for a half. */
const RING = 370;

function layout(picture: Picture<ShiftComparisonState>, { width, height }: Size): readonly Mark[] {
  const { state } = picture.frame;
  const beside = width >= 520;
  const type = typeSize(Math.min(width, height * 1.6), 0.03, 16);
  const head = type * (beside ? 3.4 : 2.2);
  const share = Math.max(width / 2, Math.min(width * ARRAY, width - RING));
  const own = beside ? { width: share, height } : { width, height: height * 0.42 };
  const ringSize = beside
    ? { width: width - share, height: height - head }
    : { width, height: height * 0.58 - head };
  const frame: Frame<ShiftComparisonState["ring"]> = { ...picture.frame, state: state.ring };
  const ringMarks = ring.layout({ frame, ahead: [] }, ringSize).map((mark) => ({
    ...mark,
    key: `ring/${mark.key}`,
  }));
  const [x, y] = beside ? [share, 0] : [0, own.height];
  return [
    ...heading(
      "queue",
      beside ? "plain array: what shift() does, done plainly" : "plain array: shift(), done plainly",
      state.moves.queue,
      type,
      {
        width: own.width,
        x: 0,
        y: 0,
        beside,
      },
    ),
    ...queueMarks(state.queue, { x: 0, y: head, width: own.width, height: own.height - head }, type),
    ...heading("ring", "ring", state.moves.ring, type, { width: ringSize.width, x, y, beside }),
    ...moved(ringMarks, x, height - ringSize.height),
  ];
}

/** What it is and how many items it moved: in two lines, or in one where the two stand one above the other. */
function heading(
  key: string,
  name: string,
  moves: number,
  size: number,
  {
    width,
    x,
    y,
    beside,
  }: { readonly width: number; readonly x: number; readonly y: number; readonly beside: boolean },
): Mark[] {
  const room = width - 2 * size;
  const [named, moving] = beside ? [room, room] : [room * 0.58, room * 0.4];
  const first = y + size * 1.2;
  return [
    ...line({ key: `${key}:name`, text: name, x: x + size, y: first, size, room: named, style: "bold" }),
    ...line({
      key: `${key}:moves`,
      text: moves === 0 ? "no item moved" : count(moves, "move"),
      x: beside ? x + size : x + width - size,
      y: beside ? first + size * 1.4 : first,
      size,
      room: moving,
      style: moves === 0 ? "good" : "bold write",
      anchor: beside ? "start" : "end",
    }),
  ];
}

function describe({ frame: { state, cause } }: Picture<ShiftComparisonState>): string {
  const { queue, moves } = state;
  const standing = `So far the array has moved items ${times(moves.queue)}, the ring ${times(moves.ring)}.`;
  return `${happened(queue, cause)} ${standing}`;
}

function times(number: number): string {
  return number === 1 ? "once" : count(number, "time");
}

function happened(
  queue: ShiftComparisonState["queue"],
  { mark, operation, values, detail }: Frame["cause"],
): string {
  const item = contentOf(values.item).text;
  switch (mark) {
    case "create":
      return "Two queues, both empty: one in a plain array, one in a ring.";
    case "call":
      return operation === "push" ? `push ${item} begins.` : `${operation} begins.`;
    case "ring":
      return "The ring has done its part, and no item had to move.";
    case "write":
      return `The array writes ${item} into place ${detail.slot}.`;
    case "read":
      return `The array gives out ${contentOf(queue.outgoing?.value).text} from place 0.`;
    case "move":
      return `The array moves an item from place ${detail.from} to place ${detail.to}.`;
    case "shorten":
      return `The array is one shorter: ${count(detail.length as number, "item")}.`;
    case "refuse":
      return `Both are full, so ${item} is refused.`;
    case "nothing-there":
      return "Both are empty: there is nothing to give.";
    default:
      return operation === "pop" ? "pop is done." : `${operation} ${item} is done.`;
  }
}

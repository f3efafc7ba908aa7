import type { Mark } from "../../stage/mark.ts";
import { fitText } from "../../stage/text-width.ts";
import { contentOf } from "../parts/content.ts";
import { LEAST_WHOLE } from "../parts/words.ts";
import { captionMark, whole } from "./caption.ts";
import { captionSize, cornerRoom } from "./corners.ts";
import { tileHeight } from "./departed.ts";
import type { RingPicture } from "./ring-picture.ts";

const NARROWEST = 30;
const WIDEST = 64;

/** Which place a slot that was read has in the answer, counted from 1; 0 when the order does not matter. */
export function placeInAnswer({ state, cause }: RingPicture, slot: number): number {
  const { read, lookup, capacity } = state;
  const order = read.indexOf(slot) + 1;
  if (order === 0 || cause.operation !== "window" || lookup === null) return read.length > 1 ? order : 0;
  // What is gone is read nowhere and has a place of its own in the answer.
  const behind = (lookup.slot - slot + capacity) % capacity;
  return lookup.index - behind - (cause.values.start as number) + 1;
}

/** What an operation that reads many items has given, lower left: a row of cells, as many as there is room for. */
export function answer({ cause, m }: RingPicture): Mark[] {
  const { result } = cause.detail;
  if (cause.mark !== "return" || !Array.isArray(result) || result.length === 0) return [];
  const size = captionSize(m);
  const h = tileHeight(m);
  const room = cornerRoom(m, h + size * 1.5);
  const most = Math.floor(room / NARROWEST);
  const set = whole("the answer", room, size);
  if (set === undefined || most < Math.min(3, result.length)) return [];
  const shown = result.length <= most ? result : result.slice(0, most - 1);
  const w = Math.min(WIDEST, room / Math.min(most, result.length));
  const y = m.height - m.margin - h / 2;
  const caption = { x: m.left, y: y - h / 2 - size * 0.85 };
  const marks = [captionMark("answer", caption, "start", set, "the answer", "accent")];
  const put = (place: number, text: string, style: string): void => {
    const x = m.left + (place + 0.5) * w;
    const fitted = fitText(text, w - 8, { size: Math.min(14, h * 0.52), bold: true }, LEAST_WHOLE);
    const full = fitted?.text === text ? {} : { full: text };
    if (fitted === undefined) return;
    const n = { x, y, size: fitted.size };
    marks.push({ key: `answer:${place}:text`, kind: "text", n, style, text: fitted.text, ...full });
  };
  shown.forEach((value, place) => {
    const { text, style } = contentOf(value);
    const n = { x: m.left + (place + 0.5) * w, y, w: w - 3, h, k: 0, gap: 0, corner: 5 };
    const bed = value === null ? "bed never" : "answer";
    marks.push({ key: `answer:${place}`, kind: "tile", n, style: bed });
    put(place, text, value === null ? "bold muted" : `bold item-text${style}`);
  });
  if (shown.length < result.length) put(shown.length, "…", "bold muted");
  return marks;
}

import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitText } from "../../stage/text-width.ts";
import { fitting } from "../parts/fitting.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { captionMark, whole } from "./caption.ts";
import { captionSize, cornerRoom } from "./corners.ts";
import { tileHeight } from "./departed.ts";
import { looseText, looseTile } from "./items.ts";
import { isRefused, lapStyle, type RingPicture, reachOf } from "./ring-picture.ts";

const MOST_WAITING = 5;

/**
 * The items that wait for the next operations, upper right, the nearest first; and where they come from.
 *
 * @param most how wide they may be together, in px
 */
export function queue(ring: RingPicture, most = Number.POSITIVE_INFINITY): Mark[] {
  const { m, state, picture } = ring;
  const size = captionSize(m);
  const height = tileHeight(m);
  const withCaption =
    picture.stream !== undefined && Math.min(most, cornerRoom(m, height + size * 1.6)) >= 90;
  const top = m.margin + (withCaption ? size * 1.6 : 0);
  const room = Math.min(most, cornerRoom(m, top - m.margin + height));
  const right = m.right;
  const marks: Mark[] = [];
  if (withCaption && picture.stream !== undefined) {
    const [first = ""] = picture.stream.split(" · ");
    const words = fitting([picture.stream, first], room, { size: LEAST_TEXT });
    const set = fitText(words, room, { size }, LEAST_TEXT);
    if (set !== undefined)
      marks.push(captionMark("stream", { x: right, y: m.margin + size / 2 }, "end", set, picture.stream));
  }
  const start = state.totalWritten + (state.incoming !== null || isRefused(state) ? 1 : 0) + uncounted(ring);
  const tiles = waiting(picture.ahead, room, height);
  let x = right - tiles.reduce((sum, tile) => sum + tile.width, 0) - 8 * (tiles.length - 1);
  tiles.forEach(({ value, width }, place) => {
    const index = start + place;
    const last = place === tiles.length - 1 && picture.ahead.length > tiles.length;
    marks.push(
      ...looseTile({
        key: `item:${index}`,
        value,
        x: x + width / 2,
        y: top + height / 2,
        room: width,
        height,
        style: lapStyle(state, index),
        opacity: last ? 0.5 : 1,
      }),
    );
    x += width + 8;
  });
  return marks;
}

/** The item being pushed is in the ring and not yet in the count. */
function uncounted({ fresh, state }: RingPicture): number {
  return fresh === state.totalWritten ? 1 : 0;
}

function waiting(ahead: RingPicture["picture"]["ahead"], room: number, height: number) {
  const tiles: { readonly value: RingPicture["picture"]["ahead"][number]; readonly width: number }[] = [];
  let used = -8;
  for (const value of ahead.slice(0, MOST_WAITING)) {
    const { width, set } = looseText(value, Math.min(room, 110), height);
    if (set.text === "…") break;
    if (used + 8 + width > room) break;
    used += 8 + width;
    tiles.push({ value, width });
  }
  return tiles;
}

/** What is in memory and cannot be reached, upper left. */
function astray({ state, m, reach }: RingPicture): Mark[] {
  const count = reachOf(state).written - reach;
  const lost = state.size === null ? state.held - count : 0;
  const size = captionSize(m);
  if (lost <= 0) return [];
  const text = `${grouped(lost)} in memory, out of reach`;
  const set = whole(text, cornerRoom(m, size * 1.4), size);
  return set ? [captionMark("astray", { x: m.left, y: m.margin + size / 2 }, "start", set, text)] : [];
}

/** Head and tail in words, upper left: where there is no room for words at the arrows, and for counters. */
export function legend(ring: RingPicture): Mark[] {
  const { state, m } = ring;
  const { counters } = state;
  if (m.word.shown && counters === null) return astray(ring);
  const size = captionSize(m);
  const room = cornerRoom(m, size * 2.7);
  return (["head", "tail"] as const).flatMap((pointer, line) => {
    const counter = counters?.[pointer];
    const slot = state[pointer];
    const long =
      counter === undefined ? `${pointer} ${slot}` : `${pointer} ${grouped(counter)} → slot ${slot}`;
    const short = counter === undefined ? long : `${pointer} ${grouped(counter)}`;
    const type = { size, bold: true };
    const set = [long, short]
      .map((text) => fitText(text, room, type, LEAST_TEXT))
      .find((it) => !it?.text.endsWith("…"));
    if (set === undefined) return [];
    const style = pointer === "head" ? "bold write" : "bold read";
    return [
      captionMark(
        `legend:${pointer}`,
        { x: m.left, y: m.margin + size * (0.5 + 1.35 * line) },
        "start",
        set,
        long,
        style,
      ),
    ];
  });
}

import type { Slot } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitText, textWidth } from "../../stage/text-width.ts";
import { contentOf } from "../parts/content.ts";
import { LEAST_TEXT, LEAST_WHOLE } from "../parts/words.ts";
import { heldStyle, type RingPicture } from "./ring-picture.ts";

/** An item in a straight slot of the lens: its tile, its text and its global index. */
export function lensItem(ring: RingPicture, n: Mark["n"], there: Extract<Slot, { kind: "item" }>): Mark[] {
  const { state } = ring;
  const { w = 0, h = 0, x = 0, y = 0 } = n;
  const { text, style } = contentOf(there.value);
  const dying = state.lost?.index === there.index;
  const size = Math.min(16, h * 0.36);
  const set = fitText(text, w - 9, { size, bold: true }, LEAST_WHOLE);
  const note = Math.max(LEAST_TEXT, size * 0.62);
  const number = `#${grouped(there.index)}`;
  const noted = h >= 30 && textWidth(number, { size: note, mono: true }) <= w - 6;
  const key = `item:${there.index}`;
  const marks: Mark[] = [
    { key, kind: "tile", n, style: `item cover ${heldStyle(ring, there.index)}`, subject: key },
  ];
  if (set !== undefined) {
    marks.push({
      key: `${key}:text`,
      kind: "text",
      n: { x, y: noted ? y - note * 0.62 : y, size: set.size },
      style: `bold item-text${style}${dying ? " strike" : ""}`,
      text: set.text,
      ...(set.text === text ? {} : { full: text }),
    });
  }
  if (noted) {
    const at = { x, y: y + size * 0.6, size: note };
    marks.push({ key: `${key}:note`, kind: "text", n: at, style: "mono note", text: number });
  }
  return marks;
}

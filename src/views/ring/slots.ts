import type { Slot } from "../../engine/index.ts";
import type { Mark } from "../../stage/mark.ts";
import { contentOf } from "../parts/content.ts";
import { angleOf, misled, type RingPicture } from "./ring-picture.ts";

/** The slots themselves, beneath what they hold: never written, emptied, or in use. */
export function beds(ring: RingPicture): Mark[] {
  const { state, m } = ring;
  const looks = misled(ring)?.looks;
  const marks: Mark[] = [];
  for (let slot = 0; slot < m.capacity; slot++) {
    const there = state.slots.at(slot) as Slot;
    const kind = there.kind === "item" ? "used" : there.kind;
    marks.push({ key: `bed:${slot}`, kind: "tile", n: slotNumbers(m, slot), style: `bed ${kind}` });
    if ((there.kind === "popped" || there.kind === "cleared") && m.text.note > 0) {
      marks.push({
        key: `trace:${there.index}`,
        kind: "text",
        n: { cx: m.cx, cy: m.cy, r: m.middle, a: angleOf(m, slot), size: m.text.note },
        ...(slot === looks
          ? { style: "bold bad", text: "looks" }
          : { style: there.kind === "popped" ? "mono trace" : "mono trace strike", text: `#${there.index}` }),
      });
    }
  }
  return marks;
}

/** What of a slot is pointed at and chosen: an outline above its item. */
export function outlines(ring: RingPicture): Mark[] {
  const { state, m, fresh } = ring;
  const wrong = misled(ring)?.looks;
  const read = new Set(state.read);
  const marks: Mark[] = [];
  for (let slot = 0; slot < m.capacity; slot++) {
    const there = state.slots.at(slot) as Slot;
    const written = there.kind === "item" && there.index === fresh;
    const emphasis = wrong === slot ? " wrong" : read.has(slot) ? " seen" : written ? " write" : "";
    marks.push({
      key: `slot:${slot}`,
      kind: "tile",
      n: slotNumbers(m, slot),
      style: `slot${emphasis}`,
      subject: there.kind === "item" ? `item:${there.index}` : `slot:${slot}`,
      action: { name: slotName(ring, slot, there), pick: "slot", value: slot },
    });
  }
  return marks;
}

/** The accessible name of a slot. */
export function slotName({ state }: Pick<RingPicture, "state">, slot: number, there: Slot): string {
  const pointers =
    state.head === slot && state.tail === slot
      ? ", head and tail are here"
      : state.head === slot
        ? ", head is here"
        : state.tail === slot
          ? ", tail is here"
          : "";
  switch (there.kind) {
    case "item":
      return `slot ${slot}, holds ${contentOf(there.value).text}, number ${there.index}${pointers}`;
    case "never":
      return `slot ${slot}, never written${pointers}`;
    case "popped":
      return `slot ${slot}, empty, number ${there.index} was popped${pointers}`;
    case "cleared":
      return `slot ${slot}, empty, number ${there.index} was cleared${pointers}`;
  }
}

/** The numbers of a tile that fills a slot. */
export function slotNumbers(m: RingPicture["m"], slot: number): Mark["n"] {
  const a = angleOf(m, slot);
  // In the lower half it bends downwards, so that it need never turn by more than a quarter on its way in or out.
  const lower = a > Math.PI / 2 && a < Math.PI * 1.5;
  return {
    cx: m.cx,
    cy: m.cy,
    r: m.middle,
    a,
    turn: lower ? a - Math.PI : a > Math.PI ? a - 2 * Math.PI : a,
    w: m.middle * m.step,
    h: m.outer - m.inner,
    k: (lower ? -1 : 1) / m.middle,
    gap: m.gap,
    corner: Math.min(5, m.middle * m.step * 0.12),
  };
}

/** Slot numbers, outside. Where there is no room for all, those at head and tail come first. */
export function labels({ state, m }: RingPicture): Mark[] {
  const { size, radius, every } = m.label;
  const shown = new Set<number>();
  const near = (slot: number): boolean =>
    [...shown].some((other) => {
      const apart = Math.abs(other - slot);
      return Math.min(apart, m.capacity - apart) < every;
    });
  const first = [state.head, state.tail, ...(state.lookup ? [state.lookup.slot] : [])];
  const rest = Array.from({ length: Math.ceil(m.capacity / every) }, (_, i) => i * every);
  for (const slot of every === 1 ? rest : [...first, ...rest])
    if (every === 1 || !near(slot)) shown.add(slot);
  return [...shown]
    .sort((a, b) => a - b)
    .map((slot) => ({
      key: `label:${slot}`,
      kind: "text",
      n: { cx: m.cx, cy: m.cy, r: radius, a: angleOf(m, slot), size },
      style: `mono label${slot === state.head ? " at-head" : slot === state.tail ? " at-tail" : ""}`,
      text: String(slot),
    }));
}

import { grouped } from "../../engine/systems/grouped.ts";
import type { LogState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import type { Box, Plan } from "./plan.ts";
import { wording } from "./text.ts";
import { type Trouble, troubleCounts, troubleOf, troubles } from "./trouble.ts";

/** Where each broker's block and each partition's cell is, in px. */
interface MapPlaces {
  readonly blocks: readonly { readonly broker: number; readonly box: Box; readonly named: boolean }[];
  readonly cells: ReadonlyMap<number, Box>;
  readonly side: number;
}

const LEGEND = 18;

/** Every partition a cell in the block of the broker that leads it, marked by what is wrong with it. */
export function mapMarks(
  state: LogState,
  plan: Plan,
  focus: number,
): { readonly marks: Mark[]; place(index: number): Point | undefined } {
  const area = { ...plan.body, y: plan.body.y + LEGEND, h: plan.body.h - LEGEND - 2 };
  const places = placesOf(state, area, plan);
  const outlines = new Map<Trouble, string[]>(troubles.map((trouble) => [trouble, []]));
  let index = 0;
  for (const partition of state.partitions) {
    const box = places.cells.get(index);
    const trouble = troubleOf(partition, index, state);
    if (box !== undefined) outlines.get(trouble)?.push(outlineOf(trouble, box));
    index += 1;
  }
  const cells = troubles.map(
    (trouble): Mark => ({
      key: `map:${trouble}`,
      kind: "path",
      n: { x: 0, y: 0 },
      path: outlines.get(trouble)?.join("") ?? "",
      style: `trouble ${trouble}`,
    }),
  );
  const focused = places.cells.get(focus);
  const ring: Mark[] =
    focused === undefined
      ? []
      : [
          {
            key: "map:focus",
            kind: "rect",
            n: { x: focused.x - 2, y: focused.y - 2, w: focused.w + 4, h: focused.h + 4, corner: 3 },
            style: "focus",
            subject: `partition:${focus}`,
          },
        ];
  return {
    marks: [...legend(state, plan), ...blockMarks(state, plan, places), ...cells, ...ring],
    place: (wanted) => {
      const box = places.cells.get(wanted);
      return box === undefined ? undefined : { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    },
  };
}

/** Of several ways to divide the area the one with the largest cells. */
function placesOf(state: LogState, area: Box, plan: Plan): MapPlaces {
  const brokers = [...state.brokers].map(({ id }) => id);
  const own = new Map<number, number[]>(brokers.map((id) => [id, []]));
  let index = 0;
  for (const { leader, replicas } of state.partitions) {
    const home = leader ?? replicas[0]?.broker ?? brokers[0] ?? 0;
    own.get(home)?.push(index);
    index += 1;
  }
  const most = Math.max(1, ...[...own.values()].map((list) => list.length));
  const count = Math.max(1, brokers.length);
  let best = { columns: 1, side: 0, across: 1, named: false, worth: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const [w, h] = [area.w / columns, area.h / rows];
    const named = w >= 24 && h >= 22;
    for (let across = 1; across <= most; across++) {
      const down = Math.ceil(most / across);
      const side = Math.min((w - 8) / across, (h - 8 - (named ? 12 : 0)) / down, 22);
      const worth = side * (named ? 1.4 : 1);
      if (worth > best.worth + 0.01) best = { columns, side, across, named, worth };
    }
  }
  const rows = Math.ceil(count / best.columns);
  const [w, h] = [area.w / best.columns, area.h / rows];
  const cells = new Map<number, Box>();
  const size = Math.max(LEAST_TEXT, Math.min(plan.small - 1, 11));
  const blocks = brokers.map((broker, place) => {
    const box = {
      x: area.x + (place % best.columns) * w + 1,
      y: area.y + Math.floor(place / best.columns) * h + 1,
      w: w - 2,
      h: h - 2,
    };
    const top = box.y + 3 + (best.named ? size + 2 : 0);
    const gap = Math.min(2, best.side * 0.2);
    for (const [at, partition] of (own.get(broker) ?? []).entries()) {
      cells.set(partition, {
        x: box.x + 3 + (at % best.across) * best.side,
        y: top + Math.floor(at / best.across) * best.side,
        w: best.side - gap,
        h: best.side - gap,
      });
    }
    return { broker, box, named: best.named };
  });
  return { blocks, cells, side: best.side };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Each trouble has its own outline, so that it is not told by colour alone. */
function outlineOf(trouble: Trouble, { x, y, w, h }: Box): string {
  const [left, top, across, down] = [x, y, w, h].map(round) as [number, number, number, number];
  switch (trouble) {
    case "healthy":
      return `M${left} ${top}h${across}v${down}h${-across}Z`;
    case "lagging":
      return `M${round(left + across / 2)} ${top}l${round(across / 2)} ${round(down / 2)}l${round(-across / 2)} ${round(down / 2)}l${round(-across / 2)} ${round(-down / 2)}Z`;
    case "under-replicated":
      return `M${left} ${top}h${across}L${left} ${round(top + down)}Z`;
    case "leaderless":
      return `M${left} ${top}l${across} ${down}M${round(left + across)} ${top}l${-across} ${down}`;
  }
}

function blockMarks(state: LogState, plan: Plan, { blocks }: MapPlaces): Mark[] {
  const size = Math.max(LEAST_TEXT, Math.min(plan.small - 1, 11));
  const known = new Map([...state.brokers].map((broker) => [broker.id, broker]));
  return blocks.flatMap(({ broker, box, named }): Mark[] => {
    const there = known.get(broker);
    const condition = there?.state ?? "up";
    const touched = state.touched.broker === broker ? " touched" : "";
    const name = `broker ${broker}, ${condition}, leads ${there?.leads ?? 0}, follows ${there?.follows ?? 0}`;
    const block: Mark = {
      key: `block:${broker}`,
      kind: "rect",
      n: { ...box, corner: 4 },
      style: `host ${condition}${touched}`,
      subject: `broker:${broker}`,
      action: { name, pick: "broker", value: broker },
    };
    if (!named) return [block];
    const texts =
      condition === "up"
        ? [`broker ${broker}`, `${broker}`]
        : [`${broker} ${condition === "down" ? "down" : "cut off"}`, `${broker} ×`];
    return [
      block,
      ...wording({
        key: `block:${broker}:name`,
        texts,
        x: box.x + 4,
        y: box.y + 3 + size / 2,
        size,
        room: box.w - 6,
        style: condition === "up" ? "muted" : "bad",
      }),
    ];
  });
}

const SHORT: Readonly<Record<Trouble, string>> = {
  healthy: "healthy",
  lagging: "lagging",
  "under-replicated": "under-repl.",
  leaderless: "no leader",
};
const LONG: Readonly<Record<Trouble, string>> = { ...SHORT, "under-replicated": "under-replicated" };

function legend(state: LogState, plan: Plan): Mark[] {
  const counts = troubleCounts(state);
  const size = Math.max(LEAST_TEXT, plan.small);
  const y = plan.body.y + LEGEND / 2 - 1;
  const wordings = [LONG, SHORT, undefined].map((words) =>
    troubles.map((trouble) =>
      words === undefined ? grouped(counts[trouble]) : `${grouped(counts[trouble])} ${words[trouble]}`,
    ),
  );
  const widthOf = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + textWidth(text, { size }) + size + 18, 0);
  const texts = wordings.find((candidate) => widthOf(candidate) <= plan.body.w) ?? wordings[2] ?? [];
  let x = plan.body.x;
  return troubles.flatMap((trouble, place): Mark[] => {
    const text = texts[place] ?? "";
    const side = size * 0.8;
    const sign: Mark = {
      key: `legend:${trouble}`,
      kind: "path",
      n: { x, y: y - side / 2 },
      path: outlineOf(trouble, { x: 0, y: 0, w: side, h: side }),
      style: `trouble ${trouble}`,
    };
    const marks = [
      sign,
      ...wording({
        key: `legend:${trouble}:words`,
        texts: [text],
        x: x + size + 2,
        y,
        size,
        room: plan.body.x + plan.body.w - x - size - 2,
        style: counts[trouble] === 0 ? "muted" : "",
      }),
    ];
    x += textWidth(text, { size }) + size + 18;
    return marks;
  });
}

import { grouped } from "../../engine/systems/grouped.ts";
import type { BrokerState, LogState, ProducerState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import type { Box, Plan } from "./plan.ts";
import { wording } from "./text.ts";

/** Where the producer and each broker are drawn, in px. */
export interface StripPlaces {
  readonly producer: Box;
  readonly brokers: ReadonlyMap<number, Box>;
  /** How many brokers have no place of their own. */
  readonly more: number;
  readonly rest: Box | null;
}

const GAP = 8;

export function stripPlaces(state: LogState, { strip, wide }: Plan): StripPlaces | null {
  if (strip === null) return null;
  const { x, w } = strip;
  const high = Math.max(18, strip.h - 6);
  const y = strip.y + (strip.h - high) / 2;
  const producer = { x, y, w: wide ? Math.min(280, w * 0.3) : Math.min(150, w * 0.36), h: high };
  const left = producer.x + producer.w + (wide ? 24 : 10);
  const room = x + w - left;
  const least = wide ? 74 : 34;
  const fit = Math.max(1, Math.floor((room + GAP) / (least + GAP)));
  const all = [...state.brokers];
  const shown = all.length <= fit ? all : picked(all, state, Math.max(0, fit - 2));
  const more = all.length - shown.length;
  const places = shown.length + (more > 0 ? 2 : 0);
  const width = Math.min(wide ? 170 : 110, (room - GAP * (places - 1)) / places);
  // At the right end, so that a broker stays above the ends of the logs.
  const start = x + w - places * width - (places - 1) * GAP;
  const at = (place: number, over = 1): Box => ({
    x: start + place * (width + GAP),
    y,
    w: over * width + (over - 1) * GAP,
    h: high,
  });
  return {
    producer,
    brokers: new Map(shown.map(({ id }, place) => [id, at(place)])),
    more,
    rest: more > 0 ? at(shown.length, 2) : null,
  };
}

/** Of many brokers those that were touched and those that are in trouble. */
function picked(all: readonly BrokerState[], { touched }: LogState, count: number): BrokerState[] {
  const troubled = all.filter(({ state, id }) => state !== "up" || id === touched.broker);
  return [...troubled, ...all.filter((broker) => !troubled.includes(broker))]
    .slice(0, count)
    .sort((a, b) => a.id - b.id);
}

export function stripMarks(state: LogState, plan: Plan, places: StripPlaces | null): Mark[] {
  if (places === null) return [];
  const brokers = [...state.brokers].flatMap((broker) => {
    const box = places.brokers.get(broker.id);
    return box === undefined ? [] : brokerMarks(broker, state, plan, box);
  });
  return [...producerMarks(state, plan, places.producer), ...brokers, ...restMarks(state, plan, places)];
}

function producerMarks(state: LogState, { small }: Plan, { x, y, w, h }: Box): Mark[] {
  const { producer, minInSync } = state;
  const size = Math.max(LEAST_TEXT, small);
  const acks = `acks ${producer.acks}`;
  const setup = [
    `producer · ${acks} · min in sync ${minInSync}`,
    `producer · ${acks} · min ${minInSync}`,
    `producer · ${acks}`,
    acks,
  ];
  const box: Mark = {
    key: "producer",
    kind: "rect",
    n: { x, y, w, h, corner: 8 },
    style: `host${producer.last?.error ? " failed" : ""}`,
    subject: "producer",
  };
  const text = { x: x + 10, room: w - 20 };
  const bad = producer.failed > 0 ? "bad" : "muted";
  const answers = answerWords(producer);
  if (h < 30) {
    const failed = producer.last?.error ?? null;
    const texts = failed === null ? setup : answers;
    return [
      box,
      ...wording({
        ...text,
        key: "producer:setup",
        texts,
        y: y + h / 2,
        size,
        style: failed === null ? "bold" : "bad",
      }),
    ];
  }
  return [
    box,
    ...wording({ ...text, key: "producer:setup", texts: setup, y: y + h * 0.32, size, style: "bold" }),
    ...wording({
      ...text,
      key: "producer:answer",
      texts: answers,
      y: y + h * 0.7,
      size: Math.max(LEAST_TEXT, size - 0.5),
      style: bad,
    }),
  ];
}

/** The last answer, in fewer and fewer words. */
function answerWords({ last, sent, acknowledged, failed }: ProducerState): string[] {
  const tally =
    failed > 0
      ? `${grouped(failed)} of ${grouped(sent)} failed`
      : `${grouped(acknowledged)} of ${grouped(sent)} acknowledged`;
  if (last === null)
    return sent === 0 ? ["has sent nothing yet", "nothing sent"] : [tally, `${grouped(sent)} sent`];
  if (last.error !== null) return [`${last.error} · ${grouped(failed)} failed`, last.error];
  const answer =
    last.offset === null
      ? `partition ${last.partition}`
      : `partition ${last.partition}, offset ${grouped(last.offset)}`;
  const short =
    last.offset === null ? `p ${last.partition}` : `${last.partition}: offset ${grouped(last.offset)}`;
  return failed > 0
    ? [`${answer} · ${tally}`, tally, `${grouped(failed)} failed`]
    : [`${answer} · ${tally}`, answer, short];
}

function brokerMarks(
  broker: BrokerState,
  state: LogState,
  { small, wide }: Plan,
  { x, y, w, h }: Box,
): Mark[] {
  const { id, leads, follows } = broker;
  const size = Math.max(LEAST_TEXT, small);
  const touched = state.touched.broker === id ? " touched" : "";
  const condition = broker.state === "up" ? "" : broker.state === "down" ? "down" : "cut off";
  const name = `broker ${id}${condition === "" ? "" : `, ${broker.state === "down" ? "down" : "cut off from the others"}`}, leads ${leads}, follows ${follows}`;
  const box: Mark = {
    key: `broker:${id}`,
    kind: "rect",
    n: { x, y, w, h, corner: 8 },
    style: `host ${broker.state}${touched}`,
    subject: `broker:${id}`,
    action: { name, pick: "broker", value: id },
  };
  const middle = { x: x + w / 2, room: w - 10, anchor: "middle" } as const;
  const tone = broker.state === "up" ? "" : "bad";
  const titles = wide ? [`broker ${id}`, String(id)] : [`broker ${id}`, `b ${id}`, String(id)];
  if (h < 30) {
    const texts =
      condition === "" ? titles : [`broker ${id} · ${condition}`, `${id} ${condition}`, condition];
    return [box, ...wording({ ...middle, key: `broker:${id}:name`, texts, y: y + h / 2, size, style: tone })];
  }
  const second =
    condition === "" ? [`leads ${leads} · follows ${follows}`, `leads ${leads}`, ""] : [condition];
  return [
    box,
    ...wording({
      ...middle,
      key: `broker:${id}:name`,
      texts: titles,
      y: y + h * 0.32,
      size,
      style: `bold${tone === "" ? "" : " bad"}`,
    }),
    ...wording({
      ...middle,
      key: `broker:${id}:role`,
      texts: second,
      y: y + h * 0.7,
      size: Math.max(LEAST_TEXT, size - 0.5),
      style: tone === "" ? "muted" : "bad",
    }),
  ];
}

function restMarks(state: LogState, { small }: Plan, { rest, more }: StripPlaces): Mark[] {
  if (rest === null) return [];
  const { x, y, w, h } = rest;
  const off = [...state.brokers].filter((broker) => broker.state !== "up").length;
  const texts = [
    `and ${grouped(more)} more brokers${off === 0 ? ", all up" : `, ${grouped(off)} of all not up`}`,
    `+${grouped(more)} brokers`,
    `+${grouped(more)}`,
  ];
  return wording({
    key: "brokers:more",
    texts,
    x: x + 4,
    y: y + h / 2,
    size: Math.max(LEAST_TEXT, small),
    room: w - 6,
    style: off > 0 ? "write" : "muted",
  });
}

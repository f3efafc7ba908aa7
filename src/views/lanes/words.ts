import { capital } from "../../engine/comparison/capital.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { LanesState } from "../../engine/systems/lanes/lanes-state.ts";
import { count } from "../parts/phrases.ts";
import type { Picture } from "../view.ts";
import { surplus } from "./account-cells.ts";
import { countsOf } from "./crowd.ts";
import { happened } from "./move-words.ts";
import type { Side } from "./side-places.ts";
import { threadSentence } from "./thread-words.ts";
import { ms } from "./time-words.ts";

/** Above so many threads it is told how many do what, not what each does. */
const EACH = 8;

/** What just happened and how things stand. */
export function describe({ frame }: Picture<LanesState>): string {
  const { state } = frame;
  const asleep = state.asleep === null ? "" : `${capital(state.asleep)}. Nobody will ever move again.`;
  return [
    happened(frame),
    asleep,
    queueWords(state),
    threadsWords(state),
    lockWords(state),
    accountWords(state),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Only what just happened. */
export function log({ frame }: Picture<LanesState>): string {
  return happened(frame);
}

function queueWords({ queue, time, timed }: LanesState): string {
  const { size, capacity, closed, slots, tail } = queue;
  const fill =
    size === 0
      ? "is empty"
      : `holds ${grouped(size)} of ${grouped(capacity)}${size >= capacity ? " and is full" : ""}`;
  const oldest = size === 0 ? null : slots.at(tail);
  const first = oldest ? `, ${oldest.name} first` : "";
  return `${timed ? `At ${ms(time)} the` : "The"} queue ${fill}${first}${closed ? "; it is closed" : ""}.`;
}

function threadsWords(state: LanesState): string {
  const threads = [...state.threads];
  if (threads.length <= EACH) return threads.map((thread) => threadSentence(state, thread)).join(" ");
  const side = (role: Side) => {
    const own = threads.filter((thread) => thread.role === role);
    const told = countsOf(own).map(({ words }) => words);
    return own.length === 0 ? `No ${role} is there.` : `Of ${count(own.length, role)} ${told.join(", ")}.`;
  };
  const able = state.crowd.runnable;
  const others = threads.filter(({ role }) => role === "closer" || role === "resizer");
  const besides = others.map((thread) => `${threadSentence(state, thread)} `).join("");
  return `${side("producer")} ${side("consumer")} ${besides}${able === 0 ? "Nobody can move now." : `${grouped(able)} can move now.`}`;
}

function lockWords({ lock, crowd }: LanesState): string {
  const queue = crowd.lock;
  const waits = queue === 0 ? "" : `, and ${grouped(queue)} ${queue === 1 ? "waits" : "wait"} for it`;
  return lock === null ? (queue === 0 ? "" : `The lock is free${waits}.`) : `${lock} holds the lock${waits}.`;
}

function accountWords(state: LanesState): string {
  const { account, faults, queue, backpressure, alarm, late, latency } = state;
  const { produced, offered, queued, inProcess, consumed, dropped, lost, twice } = account;
  const parts = [
    `${grouped(offered)} offered`,
    `${grouped(queued)} queued`,
    `${grouped(inProcess)} in process`,
    `${grouped(consumed)} consumed`,
    ...(dropped > 0 ? [`${grouped(dropped)} dropped`] : []),
    ...(lost > 0 ? [`${grouped(lost)} lost`] : []),
  ];
  const off = surplus(account);
  const verdict =
    off === 0 ? "" : ` This does not add up: ${grouped(Math.abs(off))} ${off > 0 ? "too many" : "missing"}.`;
  const were = (number: number, what: string) =>
    number === 0 ? "" : ` ${count(number, "item")} ${number === 1 ? "was" : "were"} ${what}.`;
  const wrong = `${were(twice, "taken twice")}${were(faults.vanished, "lost without a trace")}${were(faults.outOfOrder, "taken out of order")}`;
  const tail = latency === null ? "" : `; latency p50 ${ms(latency.p50)}, p99 ${ms(latency.p99)}`;
  const slow =
    alarm === null
      ? ""
      : `, ${count(backpressure, "put")} gave up, ${count(late, "item")} late, over ${ms(alarm)}${tail}`;
  return `Of ${grouped(produced)} produced, ${parts.join(", ")}.${verdict}${wrong} ${capital(count(queue.waits, "wait"))}${slow}.`;
}

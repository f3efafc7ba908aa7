import { capital } from "../../engine/comparison/capital.ts";
import type { BackpressureComparisonState } from "../../engine/systems/backpressure/backpressure-comparison-state.ts";
import type { LaneState, Loss } from "../../engine/systems/backpressure/lane-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { count } from "../parts/phrases.ts";
import type { Picture } from "../view.ts";
import { duration, NAMES } from "./names.ts";
import { SHOWN } from "./order.ts";

const HOW: { readonly [How in Loss]: string } = {
  evicted: "gives up its oldest",
  refused: "refuses it",
  sampled: "samples it away",
};

/** What just happened. */
export function happened({ frame: { state, cause, time } }: Picture<BackpressureComparisonState>): string {
  const { mark, operation, values } = cause;
  switch (mark) {
    case "create":
      return "Five empty buffers, one for each strategy.";
    case "arrive":
      return `Job ${state.arriving} comes to all five.${losses(state)}`;
    case "serve":
      return served(state);
    case "let-in":
      return `The producer that waited is let in; ${count(state.lanes.block.outside, "job")} still wait.`;
    case "time":
      return `The clock moves to ${time.toFixed(2)} ms.`;
    case "call":
      return `${capital(operation)} begins.`;
    case "throw":
      return String(cause.detail.error);
    default:
      if (operation === "set") return `${capital(String(values.parameter))} is now ${String(values.value)}.`;
      return operation === "run" ? `At ${time.toFixed(2)} ms.` : `${capital(operation)} is done.`;
  }
}

function losses({ lanes }: BackpressureComparisonState): string {
  return SHOWN.map((name) => ({ name, losing: lanes[name].losing }))
    .map(({ name, losing }) => {
      if (losing === null) return "";
      const which = losing.how === "evicted" ? `, job ${losing.job}` : "";
      return ` ${capital(NAMES[name].name)} ${HOW[losing.how]}${which}.`;
    })
    .join("");
}

function served({ lanes, time }: BackpressureComparisonState): string {
  const done = SHOWN.filter((name) => lanes[name].finishing !== null).map((name) => NAMES[name].name);
  if (done.length === 0) return `At ${time.toFixed(2)} ms the consumers look for work.`;
  if (done.length === SHOWN.length) return `At ${time.toFixed(2)} ms all five consumers finish a job.`;
  const who = done.length === 1 ? "The consumer of" : "The consumers of";
  return `${who} ${done.join(", ")} ${done.length === 1 ? "finishes" : "finish"} a job at ${time.toFixed(2)} ms.`;
}

/** How things stand. */
export function standing({ lanes, arrived, load }: BackpressureComparisonState): string {
  const each = SHOWN.map((name) => `${capital(NAMES[name].name)}: ${laneWords(lanes[name])}.`).join(" ");
  return `${count(arrived, "job")} came to each, at a load of ${load} %. ${each}`;
}

function laneWords(lane: LaneState): string {
  const { depth, capacity, lost, p50, p99, outside, stoodStill, consumed, serving } = lane;
  const kinds = [
    lost.evicted > 0 ? `${grouped(lost.evicted)} gave way as the oldest` : "",
    lost.sampled > 0 ? `${grouped(lost.sampled)} sampled away` : "",
    lost.refused > 0 ? `${grouped(lost.refused)} refused` : "",
  ].filter((words) => words !== "");
  return [
    `${grouped(depth)} of ${count(capacity, "slot")} taken`,
    serving === null ? "nothing being served" : `job ${serving} being served`,
    `${grouped(consumed)} done`,
    kinds.length === 0 ? "none lost" : `lost ${kinds.join(" and ")}`,
    ...(lane.outOfOrder > 0 ? [`${grouped(lane.outOfOrder)} served after a later one`] : []),
    ...(lane.holes > 0 ? [`${count(lane.holes, "slot")} read with nothing in`] : []),
    p99 === null ? "no latency yet" : `p50 ${duration(p50)}, p99 ${duration(p99)}`,
    ...(outside > 0 ? [`${grouped(outside)} wait outside`] : []),
    ...(stoodStill > 0 ? [`the producer stood still for ${duration(stoodStill)}`] : []),
  ].join(", ");
}

import { capital } from "../../engine/comparison/capital.ts";
import type { AdaptiveBufferState } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { count } from "../parts/phrases.ts";
import { duration } from "../strategies/names.ts";
import type { Picture } from "../view.ts";
import { MODE_WORDS } from "./modes.ts";

/** What just happened. */
export function happened({ frame: { state, cause, time } }: Picture<AdaptiveBufferState>): string {
  const { lane, mode, arriving } = state;
  const { losing, finishing } = lane;
  const at = `${time.toFixed(2)} ms`;
  switch (cause.mark) {
    case "create":
      return "An empty buffer, in the mode that loses nothing.";
    case "arrive":
      if (losing === null) return `Job ${arriving} comes.`;
      if (losing.how === "evicted") return `Job ${arriving} comes, and job ${losing.job} gives way.`;
      return `Job ${arriving} comes and is ${losing.how === "refused" ? "refused" : "sampled away"}.`;
    case "serve":
      return finishing === null
        ? `At ${at} the consumer looks for work.`
        : `Job ${finishing} is done at ${at}.`;
    case "let-in":
      return `The producer that waited offers again; ${count(lane.outside, "job")} still wait.`;
    case "look":
      return `The controller looks at ${at} and stays with “${MODE_WORDS[mode].name}”.`;
    case "change-mode":
      return `The controller looks at ${at} and changes to “${MODE_WORDS[mode].name}”.`;
    case "time":
      return `The clock moves to ${at}.`;
    case "call":
      return `${capital(cause.operation)} begins.`;
    case "throw":
      return String(cause.detail.error);
    default: {
      const { parameter, value } = cause.values;
      if (cause.operation === "set") return `${capital(String(parameter))} is now ${String(value)}.`;
      return cause.operation === "run" ? `At ${at}.` : `${capital(cause.operation)} is done.`;
    }
  }
}

/** How things stand. */
export function standing({ mode, changes, measured, lane, time }: AdaptiveBufferState): string {
  const { arrivals, departures, p99, fullness } = measured;
  const waits = lane.outside === 0 ? "" : `, and ${grouped(lane.outside)} wait in front of it`;
  const { evicted, refused, sampled, all } = lane.lost;
  const lost =
    all === 0
      ? "None is lost"
      : `Lost: ${grouped(evicted)} gave way, ${grouped(sampled)} sampled away, ${grouped(refused)} refused`;
  return [
    `At ${duration(time)} the mode is “${MODE_WORDS[mode].name}”, after ${count(changes, "change")}.`,
    `Measured: ${Math.round(arrivals)} arrivals and ${Math.round(departures)} departures a second, p99 ${p99 === null ? "not known" : duration(p99)}, ${Math.round(fullness * 100)} % full.`,
    `The buffer holds ${grouped(lane.depth)} of ${count(lane.capacity, "slot")}${waits}.`,
    `${grouped(lane.arrived)} came, ${grouped(lane.consumed)} are done. ${lost}.`,
  ].join(" ");
}

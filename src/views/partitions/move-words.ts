import { capital } from "../../engine/comparison/capital.ts";
import type { Frame } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Flight, LogState } from "../../engine/systems/log/log-state.ts";
import { called, count } from "../parts/phrases.ts";
import { carried, placeName } from "./flight-words.ts";
import { markWords } from "./mark-words.ts";
import { stepWords } from "./step-words.ts";

/** What just happened, as a sentence or two. */
export function happened(frame: Frame<LogState>): string {
  const { cause, state } = frame;
  const { mark, detail, operation, values, process } = cause;
  const touched = touchedWords(state);
  if (process === null) return `Nothing is due, so the clock goes on to ${grouped(state.time)} ms.${touched}`;
  const step = stepWords(mark, detail);
  if (step !== undefined && process !== null) {
    const by = process === undefined && mark !== operation ? `${called(operation, values)}: ` : "";
    return `${by}${step}.${touched}`;
  }
  const own = markWords(mark, detail);
  if (process !== undefined)
    return `${moved(state, process)}${own === undefined ? "" : ` ${own}.`}${touched}`;
  switch (mark) {
    case "create":
      return `Here is topic ${state.topic} with ${count(state.partitions.length, "partition")}.`;
    case "time":
      return `The clock goes on to ${grouped(state.time)} ms.${touched}`;
    case "call":
      return `${called(operation, values)} begins.${touched}`;
    case "return":
      return `${called(operation, values)} is done.${touched}`;
    case "throw":
      return `${called(operation, values)} is refused: ${String(detail.error)}.${touched}`;
    default:
      return `${called(operation, values)}: ${own ?? mark.replaceAll("-", " ")}.${touched}`;
  }
}

/** What a process does is what it sends. */
function moved(state: LogState, process: string): string {
  const who = capital(placeName(process));
  const sent = state.flights.filter(({ from, sent }) => from === process && sent === state.time);
  const said = sent.slice(0, 2).map(sending);
  if (said.length === 0)
    return process === "network" ? "What has arrived is handed over." : `${who} takes a step.`;
  const more = sent.length > said.length ? `, and sends ${sent.length - said.length} more` : "";
  return `${who} ${said.join(" and ")}${more}.`;
}

function sending({ kind, to, partition, records, error }: Flight): string {
  const whom = placeName(to);
  switch (kind) {
    case "produce":
      return `sends ${carried(records)} to ${whom}`;
    case "acknowledge":
      return `tells ${whom} that the record is stored in partition ${partition}`;
    case "fetch":
      return `asks ${whom} for what is new in partition ${partition}`;
    case "replicate":
      return records.length === 0
        ? `tells ${whom} that nothing is new in partition ${partition}`
        : `sends ${carried(records)} of partition ${partition} to ${whom}`;
    case "deliver":
      return records.length === 0
        ? `has nothing new of partition ${partition} for ${whom}`
        : `gives ${carried(records)} of partition ${partition} to ${whom}`;
    case "commit":
      return `commits how far it has come in partition ${partition}`;
    case "refuse":
      return `refuses ${whom}: ${error ?? "no reason"}`;
  }
}

/** What the step was about. */
function touchedWords({ touched, partitions }: LogState): string {
  const { partition, broker, member, records } = touched;
  const what = [
    ...(partition === null ? [] : [`partition ${partitions.at(partition)?.partition ?? partition}`]),
    ...(broker === null ? [] : [`broker ${broker}`]),
    ...(member === null ? [] : [`consumer ${member}`]),
    ...(records.length === 0
      ? []
      : [
          records.length > 4
            ? count(records.length, "record")
            : `the ${records.map(ordinal).join(", ")} record${records.length === 1 ? "" : "s"} produced`,
        ]),
  ];
  return what.length === 0 ? "" : ` It is about ${what.join(", ")}.`;
}

/** Records are counted from 0, people from 1. */
function ordinal(id: number): string {
  const number = id + 1;
  const [ten, one] = [number % 100, number % 10];
  const end = ten >= 11 && ten <= 13 ? "th" : one === 1 ? "st" : one === 2 ? "nd" : one === 3 ? "rd" : "th";
  return `${grouped(number)}${end}`;
}

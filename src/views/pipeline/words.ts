import { capital } from "../../engine/comparison/capital.ts";
import type { FailureState, StageState } from "../../engine/systems/failures/failure-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { contentOf } from "../parts/content.ts";
import { called, count } from "../parts/phrases.ts";
import type { Picture } from "../view.ts";

/** What has just been done, in a sentence. */
export function happened({ frame: { cause, time } }: Picture<FailureState>): string {
  const { mark, detail, operation, values, process } = cause;
  const item = String(detail.item);
  const lane = String(detail.lane);
  const who = (name: unknown): string => capital(String(name).replace("-", " "));
  switch (mark) {
    case "create":
      return "Nothing has come in yet.";
    case "call":
      return operation === "set"
        ? `${switched(values)} is asked for.`
        : `${capital(called(operation, values))} is asked for.`;
    case "return":
      return operation === "set"
        ? `${switched(values)} is set.`
        : `${capital(called(operation, values))} is done.`;
    case "throw":
      return `It is refused: ${String(detail.error)}.`;
    case "time":
      return `The clock moves to ${grouped(Math.round(time * 100) / 100)} ms.`;
    case "send":
      return `${item} is sent.`;
    case "refuse":
      return `${item} finds no room and is turned away.`;
    case "transmit":
      return `The link takes ${item}, which has waited ${grouped(detail.waited as number)} ms.`;
    case "pass-on":
      return `${item} is through the link.`;
    case "drop":
      return `CoDel drops ${item}: it has waited too long.`;
    case "receive":
      return `${item} and its answer took ${grouped(detail.trip as number)} ms.`;
    case "time-out":
      return "The download hears nothing and begins again slowly.";
    case "come-in":
      return detail.lane === undefined ? `${item} comes in.` : `${item} comes into ${lane}.`;
    case "take":
      return detail.worker === undefined
        ? `${item} is taken from ${lane}.`
        : `${who(detail.worker)} takes ${item}.`;
    case "finish":
      return detail.worker === undefined
        ? `${item} is done, ${grouped(detail.took as number)} ms after it came in.`
        : `${who(detail.worker)} is done with ${item}.`;
    case "hand-on":
      return `${item} is handed on to the ${String(detail.to)}.`;
    case "stuck":
      return `${who(detail.worker)} cannot hand on ${item}: the ${String(detail.to)} has no room.`;
    case "answer":
      return `${item} is answered after ${grouped(Math.round(detail.took as number))} ms.`;
    case "fall-back":
      return `${item} is answered without the database after ${grouped(Math.round(detail.took as number))} ms.`;
    case "answer-late":
      return `${item} is answered after ${grouped(Math.round(detail.took as number))} ms: its client has given up.`;
    case "write":
      return `${item} is written to the log.`;
    case "read":
      return `${who(detail.worker)} reads ${item}.`;
    case "out-of-range":
      return `${who(detail.worker)} finds ${count(detail.skipped as number, "record")} of partition ${String(detail.partition)} gone and goes on from the oldest that is left.`;
    case "arrive":
      return `${item} arrives.`;
    case "overflow":
      return `${item} arrives and pushes out ${String(detail.lost)}: the buffer is full.`;
    case "play":
      return `The player begins ${item}.`;
    case "played":
      return `${item} has been played.`;
    case "underrun":
      return "The player finds the buffer empty and repeats the last frame.";
    default:
      return `${who(process ?? "nobody")} looks for something to do.`;
  }
}

function switched(values: Picture["frame"]["cause"]["values"]): string {
  return `${capital(String(values.parameter))} ${contentOf(values.value).text}`;
}

/** How things stand, in whole sentences. */
export function standing({ time, symptom, stages, fault, remedy, account }: FailureState): string {
  const places = stages.map(placeWords).filter((words) => words !== "");
  return [
    `At ${(time / 1_000).toFixed(3)} s, ${symptom.words}: that is ${symptom.bad ? "bad" : "all right"}.`,
    ...places,
    `${capital(fault.words)}.`,
    `${capital(remedy.words)}.`,
    `Of ${grouped(account.arrived)} that came in, ${grouped(account.done)} are done.`,
  ].join(" ");
}

function placeWords({ title, depth, capacity, workers, words }: StageState): string {
  if (capacity === 0) return `${capital(title)}: ${words}.`;
  const busy = workers
    .filter(({ activity }) => activity !== "elsewhere")
    .map(({ name, doing }) => `${name.replace("-", " ")} ${doing}`);
  return `${capital(title)}: ${grouped(depth)} of ${grouped(capacity)} wait, ${words}${busy.length > 0 ? `; ${busy.join(", ")}` : ""}.`;
}

import { capital } from "../../engine/comparison/capital.ts";
import type { Flight, LogRecord, LogState } from "../../engine/systems/log/log-state.ts";
import { count } from "../parts/phrases.ts";

/** Above so many it is told how many are on their way. */
const EACH = 6;

/** What is on its way, in a sentence each. */
export function flightsWords({ flights }: LogState): string {
  if (flights.length === 0) return "";
  if (flights.length <= EACH) return flights.map((flight) => `${capital(flightWords(flight))}.`).join(" ");
  const kinds = new Map<string, number>();
  for (const { kind } of flights) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const last = flights.at(-1) as Flight;
  return `On their way are ${[...kinds].map(([kind, number]) => `${number} of kind ${kind}`).join(", ")}; the last is ${flightWords(last)}.`;
}

/** “record 3 (AAPL) is on its way from the producer to broker 1”. */
function flightWords(flight: Flight): string {
  const words = what(flight);
  const many = /^\d/.test(words);
  return `${words} ${many ? "are" : "is"} on ${many ? "their" : "its"} way from ${placeName(flight.from)} to ${placeName(flight.to)}`;
}

function what({ kind, records, partition, error }: Flight): string {
  switch (kind) {
    case "acknowledge":
      return `an acknowledgement for partition ${partition}`;
    case "fetch":
      return `a request for what is new in partition ${partition}`;
    case "commit":
      return `a commit for partition ${partition}`;
    case "refuse":
      return `the refusal ${error ?? ""} for partition ${partition}`;
    case "produce":
    case "replicate":
    case "deliver":
      return records.length > 0 ? carried(records) : `an empty answer about partition ${partition}`;
  }
}

/** “a record of key AAPL”, “3 records”. */
export function carried(records: readonly LogRecord[]): string {
  const [first] = records;
  if (first === undefined || records.length > 1) return count(records.length, "record");
  return first.key === null ? "a record without a key" : `a record of key ${first.key}`;
}

/** What a place is called in a sentence: “the producer”, “broker 1”, “consumer a”. */
export function placeName(place: string): string {
  if (place === "producer") return "the producer";
  if (place.startsWith("broker-")) return `broker ${place.slice("broker-".length)}`;
  const [group, member] = place.split("/");
  return member === undefined ? (group ?? place) : `consumer ${member} of group ${group}`;
}

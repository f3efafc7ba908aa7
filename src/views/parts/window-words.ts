import { grouped } from "../../engine/systems/grouped.ts";
import { count } from "./phrases.ts";

interface Standing {
  readonly size: number;
  readonly capacity: number;
  readonly totalWritten: number;
}

/**
 * How many entries are held and how many are gone, in a sentence.
 *
 * @param thing what one entry is: “line”
 */
export function windowWords({ size, capacity, totalWritten }: Standing, thing: string): string {
  const gone = totalWritten - size;
  const rest =
    gone === 0
      ? "none is gone yet"
      : gone === 1
        ? "1 older one is gone"
        : `${grouped(gone)} older ones are gone`;
  return `The ring holds ${grouped(size)} of at most ${count(capacity, thing)}; ${rest}.`;
}

/** What a `write` of many entries did. */
export function writtenWords(written: number, overwritten: number, thing: string): string {
  const old =
    overwritten === 0
      ? ""
      : overwritten === 1
        ? ", over the oldest"
        : `, over ${grouped(overwritten)} of the oldest`;
  return `${count(written, thing)} ${written === 1 ? "is" : "are"} written${old}.`;
}

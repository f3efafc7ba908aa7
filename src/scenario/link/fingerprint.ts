import { Fingerprint, type Recording } from "../../engine/index.ts";

const DIGITS = 8;

/**
 * A short fingerprint of a run and the moment of it on show. Of a deterministic run it is enough to look at where it
 * stands there and at its end: how many moves it took, the time, what was done last and the whole state.
 */
export function fingerprintOf(recording: Pick<Recording, "length" | "frame">, at: number): string {
  const fingerprint = new Fingerprint();
  for (const index of new Set([at, recording.length - 1])) {
    const { time, cause, state } = recording.frame(index);
    const { mark, detail, operation } = cause;
    fingerprint.add({ index, time, operation, mark, detail }).add(state);
  }
  return fingerprint.toString().slice(-DIGITS);
}

/** What to tell when a run turned out to have another fingerprint than the link says; nothing when it is that or none. */
export function differsFrom(said: string | undefined, fingerprint: string): string | undefined {
  if (said === undefined || said === fingerprint) return undefined;
  if (!/^[0-9a-f]{8}$/.test(said))
    return `sum must be ${DIGITS} digits from 0 to f. The link was changed on its way.`;
  return "This link was made of a run that went another way: the site or the link has changed since. What you see is the same operations, done as they are done now.";
}

/** Seconds of a time such as `5:00` or `25:30`; undefined when the text is none. */
export function readClockTime(text: string): number | undefined {
  const found = /^(\d+):([0-5]\d)$/.exec(text);
  return found === null ? undefined : Number(found[1]) * 60 + Number(found[2]);
}

/** `5:00` */
export function printClockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Whole numbers as a short text: 0, 1, 2, 5 as `0-2,5`. */
export function printRanges(numbers: Iterable<number>): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && number <= range[1] + 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}

/** No chapter has more steps: what says so was not written here. */
const MOST = 10_000;

/** The numbers of such a text, ascending; what is not one is passed over. */
export function readRanges(text: unknown): readonly number[] {
  if (typeof text !== "string") return [];
  return text.split(",").flatMap((range) => {
    const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    return from <= to && to <= MOST ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [];
  });
}

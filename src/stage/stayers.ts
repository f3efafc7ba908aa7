/**
 * Which of some things stay where they are, so that moving the others puts all in a new order with the fewest moves: a
 * longest increasing subsequence of their old places (patience sorting; Fredman, “On computing the length of longest
 * increasing subsequences”, 1975).
 *
 * @param places the old place of each thing, in the new order; below 0 for one that is new, which never stays
 * @param pinned index of one that must stay, −1 for none
 * @returns indices into `places`
 */
export function stayers(places: readonly number[], pinned: number): ReadonlySet<number> {
  const fits = (index: number): boolean => {
    const place = places[index] as number;
    if (place < 0) return false;
    if (pinned < 0 || index === pinned) return true;
    return index < pinned ? place < (places[pinned] as number) : place > (places[pinned] as number);
  };
  /** At `length − 1` the index of the smallest place that ends an increasing run of that length. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  for (let index = 0; index < places.length; index++) {
    if (!fits(index)) continue;
    const length = runsBelow(ends, places, places[index] as number);
    before.set(index, ends[length - 1] ?? -1);
    ends[length] = index;
  }
  const stay = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before.get(index) ?? -1) stay.add(index);
  return stay;
}

/** How long a run ends below `place`. */
function runsBelow(ends: readonly number[], places: readonly number[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[ends[middle] as number] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

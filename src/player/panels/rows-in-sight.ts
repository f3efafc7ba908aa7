/** A panel with rows of one height that it scrolls, in px from the top of what it scrolls. */
export interface Rows {
  /** Where the panel begins and how high it is. */
  readonly scroll: number;
  readonly height: number;
  /** Where the first row begins, and how high each is. */
  readonly first: number;
  readonly row: number;
  /** The rows to be seen. */
  readonly from: number;
  readonly until: number;
}

/** So many rows are seen above and below as well. */
const AROUND = 2;

/** How far to scroll so that some rows are in sight, moving no further than that needs, and none is cut at the top. */
export function scrollFor({ scroll, height, first, row, from, until }: Rows): number {
  const margin = AROUND * row;
  const low = until + margin - height;
  const high = from - margin;
  // Where there is not enough room for all of it, its beginning counts.
  const wanted = Math.min(Math.max(scroll, low), Math.max(high, 0));
  const above = Math.floor((wanted - first) / row);
  return above < 1 ? 0 : first + above * row;
}

/**
 * Calls once the browser has laid out the page anyway: to measure before would have it do so twice a frame.
 *
 * @returns what takes the call back
 */
export function onceLaidOut(element: Element, then: () => void): () => void {
  // Without a layout there is nothing to wait for.
  if (typeof IntersectionObserver === "undefined") return () => {};
  const observer = new IntersectionObserver(() => {
    observer.disconnect();
    then();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** Scroll the panel round a line of code so that the line is in sight. */
export function bringInSight(line: HTMLElement): void {
  const panel = line.closest<HTMLElement>("[role=tabpanel]");
  const start = line.parentElement?.firstElementChild;
  const row = Number.parseFloat(getComputedStyle(line).lineHeight);
  // Without a layout there are no rows.
  if (panel === null || !start || !(row > 0)) return;
  const origin = panel.getBoundingClientRect().top - panel.scrollTop;
  const { top, bottom } = line.getBoundingClientRect();
  panel.scrollTop = scrollFor({
    scroll: panel.scrollTop,
    height: panel.clientHeight,
    first: start.getBoundingClientRect().top - origin,
    row,
    from: top - origin,
    until: bottom - origin,
  });
}

const MARGIN = 24;
/** What the sentence about running it by hand covers at the top. */
const COVER = 44;

/** What a reader does to look elsewhere. */
const LOOKS_ELSEWHERE = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Keep something in sight while what stands round it is still coming, such as exercises and pictures of other sizes, until
 * the reader looks elsewhere. Returns what ends it.
 *
 * @param element finds it, since it may still be coming itself
 * @param grows what changes its height when something comes
 */
export function keepInSightOf(
  inside: HTMLElement,
  element: () => Element | undefined,
  covered: boolean,
  grows: HTMLElement,
): () => void {
  const keep = () => {
    const found = element();
    if (found !== undefined) keepInSight(inside, found, covered);
  };
  keep();
  if (typeof ResizeObserver === "undefined") return () => {};
  const observer = new ResizeObserver(keep);
  observer.observe(grows);
  const panel = scrollerOf(inside);
  const end = () => {
    observer.disconnect();
    for (const event of LOOKS_ELSEWHERE) panel.removeEventListener(event, end);
  };
  for (const event of LOOKS_ELSEWHERE) panel.addEventListener(event, end, { passive: true });
  return end;
}

/**
 * Scroll the panel round it, and nothing but that panel, so that something in it can be read whole.
 *
 * @param inside the panel, or something in it
 * @param covered whether the panel's top is covered by what sticks there
 */
export function keepInSight(inside: HTMLElement, element: Element, covered: boolean): void {
  const panel = scrollerOf(inside);
  const box = panel.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  const cover = covered ? COVER : 0;
  const above = top - box.top - MARGIN - cover;
  const below = bottom - box.bottom + MARGIN;
  if (above < 0 || bottom - top > box.height - 2 * MARGIN) panel.scrollTop += above;
  else if (below > 0) panel.scrollTop += Math.min(below + box.height / 4, above);
}

/** The panel itself where it scrolls, otherwise what it stands in. */
function scrollerOf(inside: HTMLElement): HTMLElement {
  const outer = inside.closest<HTMLElement>("[role=tabpanel]");
  return outer ?? inside;
}

/**
 * How the page is arranged: `wide` with the words beside the picture, `tall` with the words under it, `phone` with one
 * panel at a time under it, `compact` with little more than the picture, as in a small frame.
 */
export type Layout = "wide" | "tall" | "phone" | "compact";

/** Of what is less high or less wide than this, in px. */
const LIMITS = { compact: 520, phone: 640, tall: 1024 };

const QUERIES: readonly (readonly [Layout, string])[] = [
  ["compact", `(max-height: ${LIMITS.compact - 1}px)`],
  ["phone", `(max-width: ${LIMITS.phone - 1}px)`],
  ["tall", `(max-width: ${LIMITS.tall - 1}px)`],
];

/** How to arrange it in a part of the page, by the px it has. */
export function layoutIn(width: number, height: number): Layout {
  if (height < LIMITS.compact) return "compact";
  return width < LIMITS.phone ? "phone" : width < LIMITS.tall ? "tall" : "wide";
}

/** How to arrange it on the whole page. */
export function layoutOfPage(): Layout {
  if (typeof matchMedia === "undefined") return "wide";
  return QUERIES.find(([, query]) => matchMedia(query).matches)?.[0] ?? "wide";
}

/** Be told when {@link layoutOfPage} may have changed. Returns what ends that. */
export function watchLayout(changed: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => {};
  const lists = QUERIES.map(([, query]) => matchMedia(query));
  for (const list of lists) list.addEventListener("change", changed);
  return () => {
    for (const list of lists) list.removeEventListener("change", changed);
  };
}

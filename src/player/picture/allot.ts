import type { View } from "../../views/view.ts";

/** A view's place on the stage, in px. */
export interface Allotment {
  readonly view: View;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/**
 * Divide the stage among views, one above the other, each by its share and none below its least height. The last ones
 * are left out where there is not room for all; the first one is always there.
 */
export function allot(views: readonly View[], width: number, height: number): readonly Allotment[] {
  let shown = views.slice(0, 1);
  for (const view of views.slice(1)) {
    const more = [...shown, view];
    const least = more.reduce((sum, { height }) => sum + height.least, (more.length - 1) * GAP);
    if (least <= height) shown = more;
  }
  const heights = divide(shown, height - (shown.length - 1) * GAP);
  let y = 0;
  return shown.map((view, index) => {
    const own = heights[index] ?? 0;
    const place = { view, x: 0, y, width, height: own };
    y += own + GAP;
    return place;
  });
}

/** Everyone's share of the height; who would get less than its least gets that, and the others divide the rest. */
function divide(views: readonly View[], height: number): readonly number[] {
  const fixed = new Set<View>();
  for (;;) {
    const open = views.filter((view) => !fixed.has(view));
    const rest = height - [...fixed].reduce((sum, view) => sum + view.height.least, 0);
    const shares = open.reduce((sum, view) => sum + view.height.share, 0);
    const short = open.filter((view) => (rest * view.height.share) / shares < view.height.least);
    if (short.length === 0 || short.length === open.length) {
      return views.map((view) =>
        Math.floor(fixed.has(view) ? view.height.least : (rest * view.height.share) / shares),
      );
    }
    for (const view of short) fixed.add(view);
  }
}

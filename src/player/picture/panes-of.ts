import type { Size } from "../../stage/mark.ts";
import type { MovingPane } from "../../stage/pane.ts";
import type { Picture, View } from "../../views/view.ts";
import { allot } from "./allot.ts";

/** The panes of a stage on which views show how one picture becomes the next. */
export function panesOf(
  views: readonly View[],
  way: Pick<MovingPane<Picture>, "from" | "to" | "t">,
  { width, height }: Size,
): readonly MovingPane<Picture>[] {
  return allot(views, width, height).map(({ view, ...place }) => ({
    ...place,
    ...way,
    id: view.id,
    label: view.title,
    view,
  }));
}

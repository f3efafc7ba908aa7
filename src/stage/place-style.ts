import type { CSSProperties } from "react";
import type { Size } from "./mark.ts";
import type { Pane } from "./pane.ts";

// The style sheet puts a stage and its panes in their places by these numbers, in px: a sheet for print can make them smaller.

type Numbers = CSSProperties & Readonly<Record<`--${string}`, number>>;

/** The size of a stage. */
export function stageStyle({ width, height }: Size): Numbers {
  return { "--stage-width": width, "--stage-height": height };
}

/** Where a pane is on its stage. */
export function paneStyle({ x, y, width, height }: Omit<Pane, "marks">): Numbers {
  return { "--x": x, "--y": y, "--width": width, "--height": height };
}

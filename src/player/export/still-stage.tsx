import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import type { Size } from "../../stage/mark.ts";
import { MovingStage } from "../../stage/moving-stage.tsx";
import type { Picture } from "../../views/view.ts";
import { allot } from "../picture/allot.ts";
import { aroundPlayhead } from "../picture/picture-at.ts";
import type { PlayerState } from "../store/player-state.ts";
import { hexOf } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { readDrawing } from "./read-drawing.ts";

export type Theme = "light" | "dark";

/** A stage beside the page, where pictures are laid out that nobody sees. */
export class StillStage {
  readonly #host = document.createElement("div");
  readonly #root: Root;

  constructor(theme: Theme) {
    const { style } = this.#host;
    this.#host.inert = true;
    style.position = "fixed";
    style.left = "-100000px";
    style.colorScheme = theme;
    style.backgroundColor = "var(--paper)";
    style.color = "var(--ink)";
    document.body.append(this.#host);
    this.#root = createRoot(this.#host);
  }

  /** What is to be seen with the playhead at a place, at a size. The views of its scene must have come. */
  draw(state: PlayerState, playhead: number, { width, height }: Size): Drawing {
    const { from, to, t, scene } = aroundPlayhead({ ...state, playhead });
    const views = scene.views.flatMap((id) => state.stock.views.get(id) ?? []);
    flushSync(() =>
      this.#root.render(
        <MovingStage<Picture>
          label="Picture"
          {...{ width, height }}
          lit={null}
          onPoint={() => {}}
          onPick={() => {}}
          picking={null}
          panes={allot(views, width, height).map(({ view, ...place }) => ({
            ...place,
            ...{ id: view.id, label: view.title, view, from, to, t },
          }))}
        />,
      ),
    );
    const svg = this.#host.querySelector("svg");
    if (svg === null) throw new Error("the picture could not be drawn");
    return readDrawing(svg, getComputedStyle(this.#host).backgroundColor);
  }

  /** How running text looks here: its colour, and its fonts. */
  get type(): { readonly fill: string; readonly family: string } {
    const { color, fontFamily } = getComputedStyle(this.#host);
    return { fill: hexOf(color) ?? "#000000", family: fontFamily };
  }

  dispose(): void {
    this.#root.unmount();
    this.#host.remove();
  }
}

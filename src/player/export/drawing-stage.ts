import type { Size } from "../../stage/mark.ts";
import { paneOf } from "../../stage/pane.ts";
import { StillStage } from "../../stage/still-stage.ts";
import { panesOf } from "../picture/panes-of.ts";
import { aroundPlayhead } from "../picture/picture-at.ts";
import type { PlayerState } from "../store/player-state.ts";
import { hexOf } from "./colour.ts";
import type { Drawing } from "./drawing.ts";
import { readDrawing } from "./read-drawing.ts";

export type Theme = "light" | "dark";

/** A stage beside the page, where pictures are laid out that nobody sees. */
export class DrawingStage {
  readonly #host = document.createElement("div");
  readonly #stage = new StillStage();

  constructor(theme: Theme) {
    const { style } = this.#host;
    this.#host.inert = true;
    style.position = "fixed";
    style.left = "-100000px";
    style.colorScheme = theme;
    style.backgroundColor = "var(--paper)";
    style.color = "var(--ink)";
    this.#host.append(this.#stage.element);
    document.body.append(this.#host);
  }

  /** What is to be seen with the playhead at a place, at a size. The views of its scene must have come. */
  draw(state: PlayerState, playhead: number, size: Size): Drawing {
    const { scene, ...way } = aroundPlayhead({ ...state, playhead });
    const views = scene.views.flatMap((id) => state.stock.views.get(id) ?? []);
    this.#stage.paint(panesOf(views, way, size).map(paneOf), size);
    return readDrawing(this.#stage.element, getComputedStyle(this.#host).backgroundColor);
  }

  /** How running text looks here: its colour, and its fonts. */
  get type(): { readonly fill: string; readonly family: string } {
    const { color, fontFamily } = getComputedStyle(this.#host);
    return { fill: hexOf(color) ?? "#000000", family: fontFamily };
  }

  dispose(): void {
    this.#host.remove();
  }
}

import type { Size } from "./mark.ts";
import { Painter, SVG } from "./painter.ts";
import type { Pane } from "./pane.ts";
import "./stage.css";

/** A stage that answers to nobody: the same pictures as `<Stage>` shows, with no component around them. */
export class StillStage {
  readonly svg: SVGSVGElement = document.createElementNS(SVG, "svg");
  readonly #panes = new Map<string, { readonly group: SVGGElement; readonly painter: Painter }>();

  constructor() {
    this.svg.setAttribute("class", "stage");
  }

  paint(panes: readonly Pane[], { width, height }: Size): void {
    this.svg.setAttribute("width", String(width));
    this.svg.setAttribute("height", String(height));
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const [id, { group }] of this.#panes) {
      if (panes.some((pane) => pane.id === id)) continue;
      group.remove();
      this.#panes.delete(id);
    }
    for (const { id, x, y, marks } of panes) {
      const { group, painter } = this.#panes.get(id) ?? this.#add(id);
      group.setAttribute("transform", `translate(${x} ${y})`);
      painter.paint({ marks, lit: null, stop: undefined, picking: null });
    }
  }

  #add(id: string) {
    const group = document.createElementNS(SVG, "g");
    const pane = { group, painter: new Painter(group) };
    this.#panes.set(id, pane);
    this.svg.append(group);
    return pane;
  }
}

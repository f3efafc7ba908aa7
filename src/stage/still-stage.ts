import type { Size } from "./mark.ts";
import { Painter, SVG } from "./painter.ts";
import type { Pane } from "./pane.ts";
import { paneStyle, stageStyle } from "./place-style.ts";
import "./stage.css";

/** A stage that answers to nobody: the same pictures as `<Stage>` shows, with no component around them. */
export class StillStage {
  readonly element: HTMLElement = document.createElement("div");
  readonly #panes = new Map<string, { readonly svg: SVGSVGElement; readonly painter: Painter }>();

  constructor() {
    this.element.className = "stage";
  }

  paint(panes: readonly Pane[], size: Size): void {
    setNumbers(this.element, stageStyle(size));
    for (const [id, { svg }] of this.#panes) {
      if (panes.some((pane) => pane.id === id)) continue;
      svg.remove();
      this.#panes.delete(id);
    }
    for (const pane of panes) {
      const { svg, painter } = this.#panes.get(pane.id) ?? this.#add(pane.id);
      svg.setAttribute("viewBox", `0 0 ${pane.width} ${pane.height}`);
      setNumbers(svg, paneStyle(pane));
      painter.paint({ marks: pane.marks, lit: null, stop: undefined, picking: null });
    }
  }

  #add(id: string) {
    const svg = document.createElementNS(SVG, "svg");
    const pane = { svg, painter: new Painter(svg) };
    this.#panes.set(id, pane);
    this.element.append(svg);
    return pane;
  }
}

function setNumbers({ style }: HTMLElement | SVGElement, numbers: ReturnType<typeof paneStyle>): void {
  for (const [name, value] of Object.entries(numbers)) style.setProperty(name, String(value));
}

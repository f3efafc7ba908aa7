import { sameMark } from "./between.ts";
import type { Action, Mark } from "./mark.ts";
import { type Regard, type Shape, shapeOf } from "./shape.ts";
import { stayers } from "./stayers.ts";

/** Marks to be painted, and how the reader regards them. */
export interface Painting {
  readonly marks: readonly Mark[];
  /** The subject that is pointed at. */
  readonly lit: string | null;
  /** The key of the mark at which Tab stops. */
  readonly stop: string | undefined;
  /** What may be chosen. */
  readonly picking: Action["pick"] | null;
}

/** A mark as it stands in the document. */
interface Painted {
  mark: Mark;
  regard: Regard;
  shape: Shape;
  element: SVGElement;
  /** Its place among the others when last painted; −1 when it is new. */
  place: number;
  /** In which turn it was last asked for. */
  turn: number;
}

export const SVG = "http://www.w3.org/2000/svg";

/**
 * Keeps the elements of one SVG as the marks that it is given, in their order. Only what differs is written. A frame
 * of a playing run has some milliseconds on a slow phone: a component for every mark took most of them.
 */
export class Painter {
  readonly #svg: SVGSVGElement;
  readonly #painted = new Map<string, Painted>();
  #turn = 0;

  /** @param svg empty, and of nobody else from now on */
  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  paint({ marks, lit, stop, picking }: Painting): void {
    this.#turn += 1;
    for (const { key, kind } of marks) {
      const known = this.#painted.get(key);
      if (known?.mark.kind === kind) known.turn = this.#turn;
    }
    const spare = this.#takeSpare();
    const order = marks.map((mark) => {
      const painted = this.#painted.get(mark.key) ?? this.#add(mark, spare);
      update(painted, mark, {
        lit: lit !== null && mark.subject === lit,
        stop: mark.key === stop,
        picking: picking !== null && mark.action?.pick === picking,
      });
      return painted;
    });
    for (const list of spare.values()) for (const { element } of list) element.remove();
    this.#arrange(order);
  }

  /** What is not asked for any more, by its kind, in the order in which it stands. */
  #takeSpare(): Map<Mark["kind"], Painted[]> {
    const gone = [...this.#painted.values()].filter(({ turn }) => turn !== this.#turn);
    const spare = new Map<Mark["kind"], Painted[]>();
    for (const painted of gone.sort((a, b) => a.place - b.place)) {
      const { key, kind } = painted.mark;
      this.#painted.delete(key);
      const list = spare.get(kind);
      if (painted.element === this.#svg.ownerDocument.activeElement) painted.element.remove();
      else if (list === undefined) spare.set(kind, [painted]);
      else list.push(painted);
    }
    return spare;
  }

  /**
   * A new mark takes over the element of one that has gone, where there is one: that is less work than another. The first
   * new mark gets the first element, so that most of them need not be moved.
   */
  #add(mark: Mark, spare: Map<Mark["kind"], Painted[]>): Painted {
    const painted = spare.get(mark.kind)?.shift() ?? create(mark);
    painted.turn = this.#turn;
    this.#painted.set(mark.key, painted);
    return painted;
  }

  /** Moves as few elements as can be, and never the one that has the focus, which would lose it. */
  #arrange(order: readonly Painted[]): void {
    const { activeElement } = this.#svg.ownerDocument;
    const focused = order.findIndex(({ element, place }) => place >= 0 && element === activeElement);
    const stay = stayers(
      order.map(({ place }) => place),
      focused,
    );
    let next: SVGElement | null = null;
    for (let index = order.length - 1; index >= 0; index--) {
      const painted = order[index] as Painted;
      if (!stay.has(index)) this.#svg.insertBefore(painted.element, next);
      painted.place = index;
      next = painted.element;
    }
  }
}

function sameRegard(a: Regard, b: Regard): boolean {
  return a.lit === b.lit && a.stop === b.stop && a.picking === b.picking;
}

const NO_REGARD: Regard = { lit: false, stop: false, picking: false };

function create(mark: Mark): Painted {
  const shape = shapeOf(mark, NO_REGARD);
  return { mark, regard: NO_REGARD, shape, element: elementOf(shape), place: -1, turn: 0 };
}

function update(painted: Painted, mark: Mark, regard: Regard): void {
  if (!sameRegard(painted.regard, regard) || !sameMark(painted.mark, mark)) {
    const shape = shapeOf(mark, regard);
    write(painted.element, painted.shape, shape);
    painted.shape = shape;
    painted.regard = regard;
  }
  painted.mark = mark;
}

function elementOf(shape: Shape): SVGElement {
  const element = document.createElementNS(SVG, shape.tag);
  for (const name in shape.attributes) writeAttribute(element, name, shape.attributes[name]);
  if (shape.words !== undefined) writeWords(element, undefined, shape.words);
  for (const child of shape.children ?? []) element.append(elementOf(child));
  return element;
}

/** Makes an element with the shape `before` one with the shape `after`, of a mark of the same kind. */
function write(element: Element, before: Shape, after: Shape): void {
  for (const name in after.attributes) {
    const value = after.attributes[name];
    if (value !== before.attributes[name]) writeAttribute(element, name, value);
  }
  if (after.words !== undefined) writeWords(element as SVGElement, before.words, after.words);
  after.children?.forEach((child, index) => {
    const old = before.children?.[index];
    if (old !== undefined) write(element.children[index] as Element, old, child);
  });
}

function writeAttribute(element: Element, name: string, value: string | number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

function writeWords(element: SVGElement, before: Shape["words"], after: NonNullable<Shape["words"]>): void {
  // As a style, so that no rule for words of a page can make it larger than it was measured.
  if (after.size !== before?.size) element.style.fontSize = `${after.size}px`;
  if (after.text === before?.text && after.title === before.title) return;
  const { firstChild } = element;
  // Other words in the same node are less work for a browser than another node.
  if (firstChild instanceof Text && after.text !== "" && after.title === before?.title) {
    firstChild.data = after.text;
    return;
  }
  element.textContent = after.text;
  if (after.title === undefined) return;
  const title = document.createElementNS(SVG, "title");
  title.textContent = after.title;
  element.append(title);
}

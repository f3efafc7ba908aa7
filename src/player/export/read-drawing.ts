import type { Point } from "../../stage/place.ts";
import { hexOf } from "./colour.ts";
import type { Drawing, Font, Matrix, Shape } from "./drawing.ts";
import { circlePath, rectPath } from "./outlines.ts";

/**
 * Everything that a stage on the page shows, with the colours and type that its style sheets give it now.
 *
 * @param stage in the page, so that it has styles
 * @param background a colour as style sheets write it
 */
export function readDrawing(stage: HTMLElement, background: string): Drawing {
  const { left, top, width, height } = stage.getBoundingClientRect();
  const shapes: Shape[] = [];
  for (const svg of stage.querySelectorAll("svg")) {
    const place = svg.getBoundingClientRect();
    const offset: Point = { x: place.left - left, y: place.top - top };
    for (const element of svg.querySelectorAll<SVGGraphicsElement>("path, rect, circle, line, text")) {
      const shape = readShape(element, svg, offset);
      if (shape !== undefined) shapes.push(shape);
    }
  }
  return { width, height, background: hexOf(background) ?? "#ffffff", shapes };
}

/** @param offset where the SVG is on the stage, in px */
function readShape(element: SVGGraphicsElement, svg: SVGSVGElement, offset: Point): Shape | undefined {
  const style = getComputedStyle(element);
  const opacity = opacityWithin(element, svg);
  if (style.display === "none" || style.visibility === "hidden" || opacity === 0) return undefined;
  const fill = hexOf(style.fill, Number(style.fillOpacity));
  const stroke = hexOf(style.stroke, Number(style.strokeOpacity));
  if (fill === undefined && stroke === undefined) return undefined;
  const look = {
    matrix: matrixOf(element, offset),
    ...(fill === undefined ? {} : { fill }),
    ...(stroke === undefined ? {} : { stroke }),
    strokeWidth: Number.parseFloat(style.strokeWidth) || 0,
    opacity,
  };
  if (element instanceof SVGTextElement) {
    const text = wordsOf(element);
    if (text === "") return undefined;
    const anchor = (["start", "end"] as const).find((side) => side === style.textAnchor) ?? "middle";
    const struck = style.textDecorationLine.includes("line-through");
    const [x = 0, y = 0] = [numberOf(element, "x"), numberOf(element, "y")];
    return { kind: "text", ...look, text, x, y, anchor, font: fontOf(style), struck };
  }
  const path = pathOf(element);
  if (path === "") return undefined;
  const dash =
    style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat);
  return { kind: "outline", ...look, path, dash, roundEnds: style.strokeLinecap === "round" };
}

/** Groups fade as a whole; here what they hold does, which looks the same where nothing in them overlaps. */
function opacityWithin(element: Element, svg: Element): number {
  let product = 1;
  for (let at: Element | null = element; at !== null && at !== svg; at = at.parentElement) {
    product *= Number(getComputedStyle(at).opacity);
  }
  return product;
}

function matrixOf(element: SVGGraphicsElement, { x, y }: Point): Matrix {
  const { a, b, c, d, e, f } = element.getCTM() ?? new DOMMatrix();
  return [a, b, c, d, e + x, f + y];
}

function pathOf(element: SVGGraphicsElement): string {
  const number = (name: string) => numberOf(element, name);
  switch (element.tagName) {
    case "rect":
      return rectPath(number("x"), number("y"), number("width"), number("height"), number("rx"));
    case "circle":
      return circlePath(number("cx"), number("cy"), number("r"));
    case "line":
      return `M${number("x1")} ${number("y1")}L${number("x2")} ${number("y2")}`;
    default:
      return element.getAttribute("d") ?? "";
  }
}

function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}

/** Without the title, which is for the pointer. */
function wordsOf(text: SVGTextElement): string {
  return [...text.childNodes]
    .filter(({ nodeName }) => nodeName !== "title")
    .map(({ textContent }) => textContent)
    .join("");
}

function fontOf(style: CSSStyleDeclaration): Font {
  return {
    family: style.fontFamily,
    size: Number.parseFloat(style.fontSize),
    weight: Number(style.fontWeight),
    italic: style.fontStyle === "italic",
  };
}

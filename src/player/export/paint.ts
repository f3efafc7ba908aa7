import type { Drawing, Font, Shape, TextShape } from "./drawing.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Paint a drawing onto a canvas, from its top left corner.
 *
 * @param scale px of the canvas for each px of the drawing
 */
export function paint(context: Context, { width, height, background, shapes }: Drawing, scale: number): void {
  context.resetTransform();
  context.globalAlpha = 1;
  context.fillStyle = background;
  context.fillRect(0, 0, Math.ceil(width * scale), Math.ceil(height * scale));
  for (const shape of shapes) paintShape(context, shape, scale);
}

function paintShape(context: Context, shape: Shape, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.transform(...shape.matrix);
  context.globalAlpha = shape.opacity;
  context.lineWidth = shape.strokeWidth;
  context.lineJoin = "round";
  if (shape.fill !== undefined) context.fillStyle = shape.fill;
  if (shape.stroke !== undefined) context.strokeStyle = shape.stroke;
  if (shape.kind === "text") {
    paintText(context, shape);
    return;
  }
  const path = new Path2D(shape.path);
  context.setLineDash([...shape.dash]);
  context.lineCap = shape.roundEnds ? "round" : "butt";
  if (shape.fill !== undefined) context.fill(path);
  if (shape.stroke !== undefined && shape.strokeWidth > 0) context.stroke(path);
}

function paintText(
  context: Context,
  { text, x, y, anchor, font, struck, fill, stroke, strokeWidth }: TextShape,
): void {
  context.font = fontText(font);
  context.textAlign = anchor === "middle" ? "center" : anchor;
  context.textBaseline = "alphabetic";
  context.setLineDash([]);
  // A halo lies beneath its words.
  if (stroke !== undefined && strokeWidth > 0) context.strokeText(text, x, y);
  if (fill !== undefined) context.fillText(text, x, y);
  if (!struck) return;
  const { width } = context.measureText(text);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  context.fillRect(left, y - 0.32 * font.size, width, 1.5);
}

/** A font as style sheets write it in one line. */
export function fontText({ italic, weight, size, family }: Font): string {
  return `${italic ? "italic " : ""}${weight} ${size}px ${family}`;
}

/** A picture as plain shapes with their looks worked out: what files are made of. Numbers in px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** In the order in which they are painted. */
  readonly shapes: readonly Shape[];
}

export type Shape = OutlineShape | TextShape;

interface Look {
  /** How it lies: the a, b, c, d, e, f of SVG and canvas. */
  readonly matrix: Matrix;
  /** Colours as `#rrggbb` or `#rrggbbaa`; none where there is nothing to paint. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth: number;
  /** 0 … 1 */
  readonly opacity: number;
}

export interface OutlineShape extends Look {
  readonly kind: "outline";
  /** As an SVG path. */
  readonly path: string;
  readonly dash: readonly number[];
  readonly roundEnds: boolean;
}

export interface TextShape extends Look {
  readonly kind: "text";
  readonly text: string;
  /** Its baseline, and how it lies along it. */
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly font: Font;
  readonly struck: boolean;
}

export interface Font {
  readonly family: string;
  readonly size: number;
  readonly weight: number;
  readonly italic: boolean;
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UPRIGHT: Matrix = [1, 0, 0, 1, 0, 0];

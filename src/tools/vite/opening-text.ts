import { type Frame, PersistentVector, Recording, type System } from "../../engine/index.ts";
import type { Chapter } from "../../scenario/index.ts";
import { literal } from "./module-text.ts";

/** More than this is not worth sending ahead of the system that makes it. */
const LONGEST = 12_000;

/** The frame that a chapter opens with, as the text of a JavaScript expression. */
export interface OpeningText {
  readonly text: string;
  /** Whether the text names `PersistentVector`. */
  readonly hasVectors: boolean;
}

/** Undefined where it is not known in advance, or too long. */
export function openingText(
  { scenes, beats }: Chapter,
  systems: ReadonlyMap<string, System>,
): OpeningText | undefined {
  const [scene] = scenes;
  const system = scene && systems.get(scene.system);
  if (scene === undefined || system === undefined || beats[0]?.scene !== 0) return undefined;
  const { parameters, seed } = scene;
  const frame: Frame = new Recording({ system, parameters, seed }).frame(0);
  let hasVectors = false;
  const text = literal(frame, (value, written) => {
    if (!(value instanceof PersistentVector)) return undefined;
    hasVectors = true;
    return vectorText(value, written);
  });
  return text.length > LONGEST ? undefined : { text, hasVectors };
}

function vectorText(vector: PersistentVector<unknown>, written: (value: unknown) => string): string {
  const first = vector.at(0);
  for (const value of vector) {
    if (value !== first) return `PersistentVector.from(${written([...vector])})`;
  }
  return `PersistentVector.filled(${vector.length},${written(first)})`;
}

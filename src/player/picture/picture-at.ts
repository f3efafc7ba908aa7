import type { Input, Plain } from "../../engine/index.ts";
import type { Picture, View } from "../../views/view.ts";
import type { Line } from "../line/line.ts";
import { lineOf, type PlayerState } from "../store/player-state.ts";

/** How many items a picture is told of in advance, and how far ahead they are looked for. */
const AHEAD = 6;
const FAR_AHEAD = 40;

const pictures = new WeakMap<Line, WeakMap<object, Picture>>();

/** What the views are given to draw at a position: the same object as long as line and frame are the same. */
export function pictureAt(line: Line, position: number): Picture {
  const moment = line.at(position);
  const known = pictures.get(line) ?? new WeakMap<object, Picture>();
  pictures.set(line, known);
  const there = known.get(moment.frame);
  if (there !== undefined) return there;
  const inputs = line.inputsAfter(moment).slice(0, FAR_AHEAD);
  const { stream } = line.scene(moment);
  const picture = {
    frame: moment.frame,
    ahead: itemsOf(inputs),
    ...(stream === undefined ? {} : { stream }),
  };
  known.set(moment.frame, picture);
  return picture;
}

function itemsOf(inputs: readonly Input[]): readonly Plain[] {
  return inputs.flatMap(({ values }) => ("item" in values ? [values.item] : [])).slice(0, AHEAD);
}

/** The two pictures that the playhead is between. Between two scenes there is nothing to see on the way. */
export function aroundPlayhead(state: PlayerState) {
  const line = lineOf(state);
  const position = Math.floor(state.playhead);
  const t = state.playhead - position;
  const here = line.at(position);
  const next = t > 0 ? line.at(position + 1) : here;
  const cut = next.scene !== here.scene;
  const to = pictureAt(line, next.position);
  return { from: cut ? to : pictureAt(line, position), to, t, scene: line.scene(cut ? next : here) };
}

/** The views that show the scene at a position, the main one first. */
export function viewsAt(state: PlayerState, position: number): readonly View[] {
  const line = lineOf(state);
  const { views } = line.scene(line.at(position));
  return views.flatMap((id) => state.stock.views.get(id) ?? []);
}

/** What just happened at a position and how things stand, in words. */
export function describeAt(state: PlayerState, position: number): string {
  return viewsAt(state, position)[0]?.describe(pictureAt(lineOf(state), position)) ?? "";
}

/** What just happened at a position, in one line. */
export function logAt(state: PlayerState, position: number): string {
  const [view] = viewsAt(state, position);
  const picture = pictureAt(lineOf(state), position);
  return view?.log?.(picture) ?? view?.describe(picture) ?? "";
}

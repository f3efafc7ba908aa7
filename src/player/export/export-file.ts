import type { Player } from "../store/player.ts";
import { lineOf, shownStep } from "../store/player-state.ts";
import { type Choice, FORMATS, PROPORTIONS, shotsFor } from "./choices.ts";
import { fileName } from "./file-name.ts";
import { makeFilm } from "./film.ts";
import { drawStill, pngFile } from "./still.ts";
import { svgFile } from "./svg-file.ts";
import { takeOf } from "./take-of.ts";

export interface ExportedFile {
  readonly name: string;
  readonly contents: BlobPart;
  readonly type: string;
}

/**
 * Make the file that a reader has chosen.
 *
 * @param progress called with the share that is done, 0 … 1
 * @param signal calls it off: the promise then rejects
 * @throws Error with words for the reader when it cannot be made
 */
export async function exportFile(
  player: Player,
  choice: Choice,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<ExportedFile> {
  const { format, theme, captions, first, last } = choice;
  const { size } = PROPORTIONS[choice.proportion];
  const { scale } = FORMATS[format];
  if (format === "gif" || format === "video") {
    await player.supply.provide(first, last);
    const shots = shotsFor(player.state, choice) ?? [];
    const words = captions ? takeOf(player.state, first, last).words : () => "";
    const plan = { format, shots, words, size, scale, theme };
    const { bytes, type, extension } = await makeFilm(player.state, plan, progress, signal);
    return { name: fileName(player.state, extension, first, last), contents: bytes, type };
  }
  const { state } = player;
  const step = shownStep(state);
  const words = captions ? takeOf(state, step, step).words(state.playhead) : "";
  const drawing = drawStill(state, { size, theme, words });
  const name = fileName(state, format, step, step);
  if (format === "svg") {
    const title =
      state.hand === null ? state.track.track.chapter.title : lineOf(state).scene(lineOf(state).at(0)).system;
    return { name, contents: svgFile(drawing, title), type: "image/svg+xml" };
  }
  const { bytes, type } = await pngFile(drawing, scale);
  return { name, contents: bytes, type };
}

import type { Size } from "../../stage/mark.ts";
import type { PlayerState } from "../store/player-state.ts";
import { captionHeight, captionLines, withCaption } from "./caption.ts";
import type { Drawing } from "./drawing.ts";
import { DrawingStage, type Theme } from "./drawing-stage.ts";
import type { FilmFile } from "./film-writer.ts";
import { paint } from "./paint.ts";

export interface StillPlan {
  readonly size: Size;
  readonly theme: Theme;
  /** What is said below the picture; empty for nothing. */
  readonly words: string;
}

/** The picture where the playhead stands, in mid-flight too. */
export function drawStill(state: PlayerState, { size, theme, words }: StillPlan): Drawing {
  const stage = new DrawingStage(theme);
  try {
    const picture = stage.draw(state, state.playhead, size);
    const room = captionHeight(captionLines(words, size.width).length);
    return withCaption(picture, words, room, stage.type);
  } finally {
    stage.dispose();
  }
}

/**
 * A drawing as a PNG.
 *
 * @param scale px of the file for each px of the drawing
 * @throws Error when the browser cannot make one of this size
 */
export async function pngFile(drawing: Drawing, scale: number): Promise<FilmFile> {
  const canvas = new OffscreenCanvas(Math.round(drawing.width * scale), Math.round(drawing.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser cannot paint a picture of this size");
  paint(context, drawing, scale);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return { bytes: await blob.arrayBuffer(), type: blob.type, extension: "png" };
}

import { applyPalette, GIFEncoder, quantize } from "gifenc";
import type { FilmWriter } from "./film-writer.ts";

const COLOURS = 256;
/** Times in a GIF are whole hundredths of a second, and programs show nothing shorter than two of them as it says. */
const SHORTEST = 2;

/** Writes a GIF that plays for ever. */
export function gifWriter(context: OffscreenCanvasRenderingContext2D): FilmWriter {
  const { width, height } = context.canvas;
  const gif = GIFEncoder();
  let owed = 0;
  return {
    async add(duration) {
      const { data } = context.getImageData(0, 0, width, height);
      const palette = quantize(data, COLOURS);
      owed += duration / 10;
      const hundredths = Math.max(SHORTEST, Math.round(owed));
      owed -= hundredths;
      gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: hundredths * 10 });
    },
    async finish() {
      gif.finish();
      return { bytes: gif.bytes().slice().buffer, type: "image/gif", extension: "gif" };
    },
  };
}

import type { FilmOrder, FilmReport, FontSource } from "./film-messages.ts";
import type { FilmWriter } from "./film-writer.ts";
import { paint } from "./paint.ts";

let context: OffscreenCanvasRenderingContext2D;
let writer: FilmWriter;

/** Orders are carried out one after the other, however quickly they come. */
let queue = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<FilmOrder>) => {
  queue = queue
    .then(() => carryOut(data))
    .catch((error) => tell({ kind: "failed", message: messageOf(error) }));
});

async function carryOut(order: FilmOrder): Promise<void> {
  switch (order.kind) {
    case "begin": {
      await Promise.all(order.fonts.map(loadFont));
      const canvas = new OffscreenCanvas(order.width, order.height);
      const found = canvas.getContext("2d", { willReadFrequently: order.format === "gif" });
      if (found === null) throw new Error("this browser cannot paint off the page");
      context = found;
      writer = await writerFor(order, canvas);
      return;
    }
    case "shot":
      paint(context, order.drawing, context.canvas.width / order.drawing.width);
      await writer.add(order.duration);
      tell({ kind: "taken" });
      return;
    case "end": {
      const film = await writer.finish();
      tell({ kind: "done", ...film }, [film.bytes]);
    }
  }
}

async function writerFor(
  { format, captions }: Extract<FilmOrder, { kind: "begin" }>,
  canvas: OffscreenCanvas,
): Promise<FilmWriter> {
  if (format === "gif") return (await import("./gif-writer.ts")).gifWriter(context);
  return (await import("./video-writer.ts")).videoWriter(canvas, captions);
}

/** A worker has no style sheets: it is told of the page's fonts. One that cannot be had is replaced by the next in line. */
async function loadFont({ family, source, weight, style }: FontSource): Promise<void> {
  const { fonts } = self as unknown as { readonly fonts: FontFaceSet };
  const font = new FontFace(family, source, { weight, style });
  fonts.add(font);
  await font.load().catch(() => fonts.delete(font));
}

function tell(report: FilmReport, transfer: Transferable[] = []): void {
  self.postMessage(report, { transfer });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

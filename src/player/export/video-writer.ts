import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  TextSubtitleSource,
  WebMOutputFormat,
} from "mediabunny";
import type { FilmWriter } from "./film-writer.ts";

/** A picture that stands for longer is shown anew after so many ms, so that players can go to any place. */
const LONGEST = 1_000;

/**
 * Writes a video with the browser's own encoder: MP4 where it can, since most programs take that, otherwise WebM.
 *
 * @param captions as WebVTT, for a track of its own; empty for none
 * @throws Error when the browser cannot encode video of this size
 */
export async function videoWriter(canvas: OffscreenCanvas, captions: string): Promise<FilmWriter> {
  const { width, height } = canvas;
  const encodable = async (codecs: Parameters<typeof getFirstEncodableVideoCodec>[0]) =>
    getFirstEncodableVideoCodec(codecs, { width, height });
  const mp4 = await encodable(["avc"]);
  const codec = mp4 ?? (await encodable(["vp9", "vp8", "av1"]));
  if (codec === null) throw new Error("this browser cannot make videos; a GIF works everywhere");
  const format = mp4 === null ? new WebMOutputFormat() : new Mp4OutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const pictures = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH });
  output.addVideoTrack(pictures);
  const words = new TextSubtitleSource("webvtt");
  if (captions !== "") output.addSubtitleTrack(words, { languageCode: "eng" });
  await output.start();
  if (captions !== "") {
    await words.add(captions);
    words.close();
  }
  let now = 0;
  return {
    async add(duration) {
      for (let left = duration; left > 0; left -= LONGEST) {
        const length = Math.min(left, LONGEST);
        await pictures.add(now / 1000, length / 1000);
        now += length;
      }
    },
    async finish() {
      await output.finalize();
      if (target.buffer === null) throw new Error("the video came out empty");
      return { bytes: target.buffer, type: format.mimeType, extension: format.fileExtension.slice(1) };
    },
  };
}

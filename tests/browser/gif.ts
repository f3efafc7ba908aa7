/** What a GIF says of itself: GIF89a specification, sections 18 to 26. */
export interface GifFacts {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** How long all frames together are shown, in ms. */
  readonly duration: number;
}

/** Walk through the blocks of a GIF to its end. @throws Error where a block is none */
export function readGif(bytes: Buffer): GifFacts {
  if (bytes.toString("latin1", 0, 6) !== "GIF89a") throw new Error("this is no GIF");
  const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableSize(bytes[10] ?? 0);
  const skipBlocks = () => {
    while ((bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  };
  let [frames, duration] = [0, 0];
  for (;;) {
    const kind = bytes[at];
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      if (bytes[at + 1] === 0xf9) duration += 10 * bytes.readUInt16LE(at + 4);
      at += 2;
      skipBlocks();
    } else if (kind === 0x2c) {
      frames += 1;
      at += 10 + tableSize(bytes[at + 9] ?? 0) + 1;
      skipBlocks();
    } else throw new Error(`there is no block ${kind} at ${at}`);
  }
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), frames, duration };
}

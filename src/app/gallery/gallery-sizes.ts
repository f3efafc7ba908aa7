import type { Size } from "../../stage/mark.ts";

interface GallerySize extends Size {
  readonly name: string;
}

/** The sizes a picture typically has, in px. */
export const gallerySizes: readonly [GallerySize, ...GallerySize[]] = [
  { name: "740 × 460", width: 740, height: 460 },
  { name: "960 × 560", width: 960, height: 560 },
  { name: "640 × 250", width: 640, height: 250 },
  { name: "390 × 330", width: 390, height: 330 },
  { name: "280 × 220", width: 280, height: 220 },
  { name: "1600 × 1000", width: 1600, height: 1000 },
];

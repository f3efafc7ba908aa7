const hexes = new Map<string, string | undefined>();
let swatch: OffscreenCanvasRenderingContext2D | null | undefined;

/**
 * Any colour that a style sheet may give, as `#rrggbb` or `#rrggbbaa`, which every program reads.
 *
 * @returns undefined where nothing is to be seen
 */
export function hexOf(colour: string, opacity = 1): string | undefined {
  const key = `${colour} ${opacity}`;
  if (!hexes.has(key)) hexes.set(key, painted(colour, opacity));
  return hexes.get(key);
}

/** Browsers write colours in many ways; what they paint is always the same four numbers. */
function painted(colour: string, opacity: number): string | undefined {
  if (colour === "none" || colour === "") return undefined;
  swatch ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (swatch === null) return undefined;
  swatch.clearRect(0, 0, 1, 1);
  swatch.fillStyle = colour;
  swatch.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = swatch.getImageData(0, 0, 1, 1).data;
  const seen = Math.round(alpha * opacity);
  if (seen === 0) return undefined;
  const parts = seen === 255 ? [red, green, blue] : [red, green, blue, seen];
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

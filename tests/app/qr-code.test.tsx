import fc from "fast-check";
import jsQR from "jsqr";
import { expect, test } from "vitest";
import { qrPath } from "../../src/app/share/qr-path.ts";

const QUIET = 4;
const MODULE = 3;

/** What a camera makes of the path: it is painted as a browser paints it, and read by another library. */
function scanned({ path, side }: { readonly path: string; readonly side: number }): string | undefined {
  const width = (side + 2 * QUIET) * MODULE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, long] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let down = 0; down < MODULE; down++) {
      for (let along = 0; along < Number(long) * MODULE; along++) {
        const row = (Number(y) + QUIET) * MODULE + down;
        const column = (Number(x) + QUIET) * MODULE + along;
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, width, width)?.data;
}

test("a QR code leads to the address that it was made of", () => {
  const address = fc
    .string({ unit: fc.constantFrom(..."abcXYZ019-_+;=&%?"), minLength: 1, maxLength: 700 })
    .map((query) => `https://example.org/lists/#/lab/producer-consumer?${query}`);
  fc.assert(
    fc.property(address, (text) => {
      const code = qrPath(text);
      expect(code && scanned(code)).toBe(text);
    }),
    { numRuns: 12 },
  );
});

test("there is none of what is too long to be scanned from a screen", () => {
  expect(qrPath("x".repeat(1_270))).toBeDefined();
  expect(qrPath("x".repeat(1_300))).toBeUndefined();
});

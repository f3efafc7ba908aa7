import { encode } from "uqr";

/** Codes of more modules than this version has are too fine for a camera to read from a screen. */
const LARGEST = 25;

/** A QR code as a path of unit squares, and how many it has on each side; undefined for a text too long for one. */
export function qrPath(text: string): { readonly path: string; readonly side: number } | undefined {
  try {
    const { data, size } = encode(text, { ecc: "L", boostEcc: true, maxVersion: LARGEST, border: 0 });
    return { path: data.map(rowPath).join(""), side: size };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The dark stretches of a row, each as one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    const width = x - from + 1;
    path += `M${from} ${y}h${width}v1h${-width}z`;
  }
  return path;
}

import { strFromU8, strToU8, Unzlib, zlibSync } from "fflate";
import type { Parsed } from "../../engine/index.ts";
import { fnv1a } from "../../engine/kernel/hash.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";

/** The form written now. A reader of it knows all earlier ones. */
const FORM = "1";
const CHECK = 6;
/** Bytes that are looked at together: a text that unfolds to far more than it should is given up early. */
const PIECE = 1_024;

/**
 * A long text as short as it can travel in an address: compressed (zlib, RFC 1950), in base64url, after the number of the
 * form and a check of the text, so that what was cut short or changed on the way is noticed.
 */
export function pack(text: string): string {
  return FORM + checkOf(text) + toBase64url(zlibSync(strToU8(text), { level: 9 }));
}

/**
 * The text that was packed. It may come from anywhere: whatever it is, it is read in little time and room.
 *
 * @param most how many bytes the text may have, in UTF-8
 */
export function unpack(packed: string, most: number): Parsed<string> {
  if (packed === "") return no("it is empty");
  const [form = ""] = packed;
  if (form !== FORM) {
    return no(
      /[2-9A-Za-z]/.test(form)
        ? "it was made by a newer version of this site; reload the page to have that"
        : `it begins with “${form}”, and a packed text begins with “${FORM}”`,
    );
  }
  const bytes = fromBase64url(packed.slice(1 + CHECK));
  if (bytes === undefined) return no(DAMAGED);
  const unfolded = unfold(bytes, most);
  if (unfolded === "too long") return no(`it is longer than the ${most} bytes that are allowed`);
  const text = unfolded && strFromU8(unfolded);
  if (text === undefined || checkOf(text) !== packed.slice(1, 1 + CHECK)) return no(DAMAGED);
  return { ok: true, value: text };
}

const DAMAGED = "it was cut short or changed on its way; copy the whole of it once more";

const no = (message: string) => ({ ok: false, message }) as const;

/** 32 bits in base64url. */
function checkOf(text: string): string {
  const hash = fnv1a(text);
  return toBase64url(new Uint8Array([hash >>> 24, hash >>> 16, hash >>> 8, hash]));
}

function unfold(bytes: Uint8Array, most: number): Uint8Array | "too long" | undefined {
  const pieces: Uint8Array[] = [];
  let [length, ended] = [0, false];
  const stream = new Unzlib((piece, final) => {
    pieces.push(piece);
    length += piece.length;
    ended = final;
  });
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      if (length > most) return "too long";
    }
  } catch {
    return undefined;
  }
  if (!ended) return undefined;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

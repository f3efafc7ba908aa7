import type { Parsed } from "../../engine/index.ts";

/** A colour as `#rrggbb`, in small letters, from that, `rrggbb`, `#rgb` or `rgb`. */
export function readHex(text: string): Parsed<string> {
  const [, digits = ""] = /^#?((?:[\da-f]{3}){1,2})$/i.exec(text) ?? [];
  if (digits === "")
    return { ok: false, message: "must be a colour of six hexadecimal digits, such as 0a7d5a" };
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return { ok: true, value: `#${six.toLowerCase()}` };
}

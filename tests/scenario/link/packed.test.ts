import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "../../../src/scenario/link/base64url.ts";
import { pack, unpack } from "../../../src/scenario/link/packed.ts";

const MOST = 20_000;
const text = fc.string({ unit: "grapheme", maxLength: 2_000 });

test("base64url gives back the bytes, in the letters that an address may have", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const written = toBase64url(bytes);
      expect(written).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(written)).toEqual(bytes);
    }),
  );
});

test("base64url is read only as it is written", () => {
  for (const wrong of ["A", "AB=", "A+BC", "AB CD", "AAé", "AB", "ABB"])
    expect(fromBase64url(wrong)).toBeUndefined();
});

test("what is packed is unpacked as it was", () => {
  fc.assert(
    fc.property(text, (whole) => {
      const packed = pack(whole);
      expect(packed).toMatch(/^1[\w-]*$/);
      expect(unpack(packed, MOST)).toEqual({ ok: true, value: whole });
    }),
  );
});

test("a script of many lines is much shorter packed", () => {
  const script = Array.from({ length: 400 }, (_, index) => `push T${index}`).join("; ");
  expect(pack(script).length).toBeLessThan(script.length / 3);
});

test("what was cut short or changed on its way is noticed", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (whole, where, what) => {
      const packed = pack(whole);
      expect(unpack(packed.slice(0, where % packed.length), MOST).ok).toBe(false);
      const at = where % packed.length;
      const other = "ABCDEFGHabcdefgh012345-_~ é".charAt(what % 27);
      const read = unpack(packed.slice(0, at) + other + packed.slice(at + 1), MOST);
      expect(!read.ok || read.value === whole).toBe(true);
    }),
  );
});

test("nothing that stands in a link makes reading it fail", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((rest) => `1${rest}`),
      ),
      (anything) => {
        const read = unpack(anything, MOST);
        if (!read.ok) expect(read.message).not.toBe("");
      },
    ),
  );
});

test("what would unfold without bound is given up", () => {
  const bomb = pack("a".repeat(3_000_000));
  expect(unpack(bomb, MOST)).toEqual({
    ok: false,
    message: "it is longer than the 20000 bytes that are allowed",
  });
});

test("a link of a newer form says so", () => {
  expect(unpack(`2${pack("push A").slice(1)}`, MOST)).toMatchObject({
    ok: false,
    message: expect.stringContaining("newer version"),
  });
});

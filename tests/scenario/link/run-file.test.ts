import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labHref, withQuery } from "../../../src/player/link/lab-href.ts";
import { LIMITS } from "../../../src/scenario/link/limits.ts";
import { pack } from "../../../src/scenario/link/packed.ts";
import { packQuery, readQuery } from "../../../src/scenario/link/query.ts";
import { parseQueryText } from "../../../src/scenario/link/query-text.ts";
import { printRunFile, readRunFile } from "../../../src/scenario/link/run-file.ts";

const HEAD = "A run of The Invisible Linked List, version 1";
const addressOf = (run: Record<string, string>) => withQuery(labHref("ring-buffer"), packQuery(run));
const whole = printRunFile(addressOf({ do: "push A; pop", at: "2" }));

describe("the file of a run", () => {
  test("says what it is, and holds the address", () => {
    expect(whole).toMatch(
      /^A run of The Invisible Linked List, version 1\n#\/lab\/ring-buffer\?z=1[\w-]+\n$/,
    );
  });

  test("reads back as it was printed, whatever is in it and however long", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.nat(), (lines, at) => {
        const run = { do: lines.join("; "), at: String(at) };
        const read = readRunFile(printRunFile(addressOf(run)));
        const query = read.ok ? read.value.split("?").slice(1).join("?") : "";
        expect(readQuery(parseQueryText(query))).toEqual({
          query: new Map(Object.entries(run)),
          problems: [],
        });
      }),
    );
    const noise = Array.from({ length: 9_000 }, (_, n) => Math.imul(n, 0x9e3779b1).toString(36)).join("; ");
    expect(readRunFile(printRunFile(addressOf({ do: noise })))).toEqual({
      ok: true,
      value: addressOf({ do: noise }),
    });
  });

  test("may have been through a program that writes other ends of lines, or a mark at its beginning", () => {
    expect(readRunFile(`\uFEFF${whole.replaceAll("\n", "\r\n")}`)).toEqual(readRunFile(whole));
  });

  test("is refused wherever it is cut short", () => {
    const end = whole.trimEnd().length;
    for (let length = 0; length < end; length++) {
      expect(readRunFile(whole.slice(0, length)), `${length} characters`).toMatchObject({ ok: false });
    }
  });

  test.each([
    ["", "it is no run that was saved here; such a file begins with “A run of"],
    ["# An episode\n", "it is no run that was saved here"],
    [whole.replace("version 1", "version 2"), "newer version of this site; reload"],
    [whole.replace("version 1", "version x"), "its version must be 1; found “x”"],
    [whole.slice(0, -9), "cut short or changed"],
    [`${HEAD}\n`, "cut short or changed"],
    [`${whole}more\n`, "cut short or changed"],
    [`${HEAD}\n#/lab/ring-buffer?do=push+A\n`, "cut short or changed"],
    [`${HEAD}\nhttps://elsewhere.example/?z=${pack("do=pop")}\n`, "cut short or changed"],
    [`${HEAD}\njavascript:alert(1)//?z=${pack("do=pop")}\n`, "cut short or changed"],
    [`${HEAD}\n#/lab/ring-buffer?z=2abcdefg\n`, "newer version"],
    [`${HEAD}\n#/lab/ring-buffer?z=${pack("A".repeat(LIMITS.unpacked + 1))}\n`, "longer than the"],
  ])("%j is refused in words", (file, words) => {
    expect(readRunFile(file)).toEqual({ ok: false, message: expect.stringContaining(words) });
  });
});

import { describe, expect, it } from "vitest";
import { fixOf } from "../../../src/app/studio/editor/quick-fix.ts";
import { plain, readFile } from "../../../src/app/studio/list/read-file.ts";
import { linesOfStep, placeAt } from "../../../src/app/studio/preview/text-place.ts";
import { embedCode } from "../../../src/app/studio/share/embed-code.ts";
import { linkLength } from "../../../src/app/studio/share/link-length.ts";
import { noSuch } from "../../../src/engine/comparison/nearest.ts";
import { copyHref, draftHref, pack, textIn } from "../../../src/player/draft/draft-link.ts";
import { parseRoute } from "../../../src/player/routes/route.ts";

describe("the place of the cursor in an episode", () => {
  const chapters = [
    {
      id: "a",
      first: 9,
      last: 29,
      scenes: [11, 22],
      steps: [
        { line: 15, inputs: [18, 19] },
        { line: 26, inputs: [] },
      ],
    },
    { id: "b", first: 30, last: 30, scenes: [], steps: [] },
  ];

  it.each([
    [1, undefined],
    [9, { chapter: "a", step: 0, done: 0 }],
    [17, { chapter: "a", step: 0, done: 0 }],
    [18, { chapter: "a", step: 0, done: 1 }],
    [21, { chapter: "a", step: 0, done: 2 }],
    [29, { chapter: "a", step: 1, done: 0 }],
    [99, { chapter: "b", step: 0, done: 0 }],
  ])("line %i", (line, place) => {
    expect(placeAt(chapters, line)).toEqual(place);
  });

  it("a step ends before the next one, and before the next scene", () => {
    expect(linesOfStep(chapters, { chapter: "a", step: 0 })).toEqual({ first: 15, last: 21 });
    expect(linesOfStep(chapters, { chapter: "a", step: 1 })).toEqual({ first: 26, last: 29 });
    expect(linesOfStep(chapters, { chapter: "b", step: 0 })).toBeUndefined();
  });
});

describe("what was meant", () => {
  const meant = noSuch("operation", "pusj", "the operations are", ["push", "pop"]);

  it("is written where the wrong word stands", () => {
    expect(fixOf(meant, "  pusj A", 2)).toEqual({ from: 2, to: 6, insert: "push" });
    expect(fixOf(noSuch("field", "sise", "the fields are", ["size"]), "expect sise = 1", 0)).toEqual({
      from: 7,
      to: 11,
      insert: "size",
    });
  });

  it("is not offered when nothing is near, or the word is only a part of another", () => {
    expect(fixOf(noSuch("operation", "xyzzy", "the operations are", ["push"]), "xyzzy", 0)).toBeUndefined();
    expect(fixOf(meant, "pusjy A", 0)).toBeUndefined();
  });
});

describe("addresses of drafts", () => {
  const packed = pack("---\ntitle: A\n---\n");

  it("lead to the text, the chapter and the step", () => {
    expect(parseRoute(draftHref(packed))).toEqual({ page: "draft", text: packed });
    expect(parseRoute(draftHref(packed, "a-b", 3))).toEqual({
      page: "draft",
      text: packed,
      chapter: "a-b",
      step: 3,
    });
    expect(parseRoute(copyHref(packed))).toEqual({ page: "studio", text: packed });
    expect(parseRoute("#/studio/abc")).toEqual({ page: "studio", draft: "abc" });
    expect(textIn(packed)).toEqual({ ok: true, value: "---\ntitle: A\n---\n" });
  });

  it.each(["", "1", "x".repeat(5_000), packed.slice(0, -3), `2${packed.slice(1)}`])(
    "%s is refused",
    (text) => {
      expect(textIn(text).ok).toBe(false);
    },
  );

  it("that unfold to far too much are given up", () => {
    const bomb = pack("a".repeat(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    expect(textIn(bomb)).toMatchObject({ ok: false, message: expect.stringContaining("longer than") });
  });

  it("are honest about their length", () => {
    expect(linkLength(1_000)).toMatchObject({ fits: true, words: expect.stringContaining("1,000") });
    expect(linkLength(10_000)).toMatchObject({ fits: true, words: expect.stringContaining("cut") });
    expect(linkLength(40_000)).toMatchObject({ fits: false, words: expect.stringContaining("file") });
  });
});

it("an embed code is one element, whatever the episode is called", () => {
  const box = document.createElement("div");
  box.innerHTML = embedCode(
    "https://x.org/embed.html#/draft?text=1a&b",
    'A "quoted" <title> & more</iframe><script>',
  );
  expect(box.children).toHaveLength(1);
  const frame = box.querySelector("iframe");
  expect(frame?.title).toBe('A "quoted" <title> & more</iframe><script>');
  expect(frame?.src).toBe("https://x.org/embed.html#/draft?text=1a&b");
});

describe("a file", () => {
  it("is read with one kind of line end", async () => {
    expect(plain("\uFEFFa\r\nb\rc\n")).toBe("a\nb\nc\n");
    expect(await readFile(new File(["a\r\nb"], "a.md"))).toEqual({ ok: true, value: "a\nb" });
  });

  it.each([
    ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["a program", new Uint8Array([65, 0, 66])],
    ["far too much", new Uint8Array(1_600_001)],
  ])("that is %s is refused", async (_, bytes) => {
    expect(await readFile(new File([bytes], "x"))).toMatchObject({
      ok: false,
      message: expect.stringContaining("“x”"),
    });
  });
});

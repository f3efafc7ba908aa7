import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentFor, contrastOf } from "../../src/embed/options/accent.ts";
import { positionOf } from "../../src/embed/options/moment.ts";
import {
  CONTROLS,
  DEFAULTS,
  type EmbedOptions,
  hasFullLink,
  PANELS,
  printOptions,
  readOptions,
  THEMES,
} from "../../src/embed/options/options.ts";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const number = fc.integer({ min: 1, max: 999 });
const moment = fc.oneof(fc.record({ step: number }), fc.record({ step: number, move: number }));
const options: fc.Arbitrary<EmbedOptions> = fc.record({
  controls: fc.constantFrom(...CONTROLS),
  panels: fc.subarray([...PANELS]),
  theme: fc.constantFrom(...THEMES),
  lang: fc.constantFrom("en", "de", "pt-BR"),
  accent: maybe(hex),
  from: maybe(moment),
  to: maybe(moment),
  start: maybe(moment),
  loop: fc.boolean(),
  autoplay: fc.boolean(),
  full: maybe(fc.boolean()),
});

describe("options", () => {
  it("are read as they were printed, through an address", () => {
    fc.assert(
      fc.property(options, (all) => {
        const query = new URLSearchParams(printOptions(all));
        expect(readOptions(new URLSearchParams(String(query)))).toEqual({ options: all, problems: [] });
      }),
    );
  });

  it("that are usual are not printed", () => {
    expect(printOptions(DEFAULTS)).toEqual({});
  });

  it("of any text never throw: what is wrong is told and left as it was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(DEFAULTS)), fc.string()), fc.string())),
        (given) => {
          const { problems } = readOptions(given);
          expect(problems.length).toBeLessThanOrEqual(given.length);
          for (const problem of problems) expect(problem.length).toBeLessThan(250);
        },
      ),
    );
  });

  it("change only what they name, and go back to what is usual", () => {
    const before = readOptions([
      ["theme", "dark"],
      ["loop", ""],
      ["accent", "#0a7"],
    ]).options;
    expect(before).toMatchObject({ theme: "dark", loop: true, accent: "#00aa77" });
    expect(
      readOptions(
        [
          ["theme", "default"],
          ["accent", "default"],
        ],
        before,
      ).options,
    ).toEqual({
      ...before,
      theme: "auto",
      accent: undefined,
    });
  });

  it("say what would be right", () => {
    const told = readOptions([
      ["controls", "lots"],
      ["panels", "narration,video"],
      ["from", "0"],
      ["size", "3"],
      ["accent", "red;background:url(x)"],
    ]).problems;
    expect(told).toEqual([
      "controls must be one of full, minimal, none; found “lots”.",
      expect.stringMatching(
        /^panels must be “none” or some of narration, code, .*; found “narration,video”\.$/,
      ),
      "from must be a step, such as 4, or a move in it, such as 4.12; found “0”.",
      expect.stringMatching(/^There is no option “size”: there are controls, panels/),
      expect.stringMatching(/^accent must be a colour of six hexadecimal digits/),
    ]);
  });

  it("leave the link to the whole page away where there are no controls, unless it is asked for", () => {
    expect(hasFullLink(DEFAULTS)).toBe(true);
    expect(hasFullLink({ ...DEFAULTS, controls: "none" })).toBe(false);
    expect(hasFullLink({ ...DEFAULTS, controls: "none", full: true })).toBe(true);
    expect(hasFullLink({ ...DEFAULTS, full: false })).toBe(false);
  });
});

describe("a place in a chapter", () => {
  const track = { steps: 3, opens: (step: number) => step * 10, ends: (step: number) => step * 10 + 9 };

  it("is where a step opens or ends, or a move in it, and never outside of the step", () => {
    expect(positionOf(track, { step: 2 }, "opens")).toBe(10);
    expect(positionOf(track, { step: 2 }, "ends")).toBe(19);
    expect(positionOf(track, { step: 2, move: 3 }, "ends")).toBe(13);
    expect(positionOf(track, { step: 2, move: 300 }, "opens")).toBe(19);
    expect(positionOf(track, { step: 99, move: 1 }, "ends")).toBe(29);
  });
});

describe("an accent", () => {
  it("can be read on the paper, on its soft ground, and what is written on it too, whatever was asked for", () => {
    const papers = { light: "#fdfcfa", dark: "#15161a" };
    fc.assert(
      fc.property(hex, fc.constantFrom("light", "dark"), (asked, theme) => {
        const { accent, on, soft } = accentFor(asked, theme);
        for (const colour of [accent, on, soft]) expect(colour).toMatch(/^#[\da-f]{6}$/);
        expect(contrastOf(accent, papers[theme])).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(accent, soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(accent, on)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("is the one that was asked for where that can be read", () => {
    expect(accentFor("#3b3bc0", "light").accent).toBe("#3b3bc0");
    expect(accentFor("#ffee00", "dark").accent).toBe("#ffee00");
    expect(accentFor("#ffee00", "light").accent).not.toBe("#ffee00");
  });
});

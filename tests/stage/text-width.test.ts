import { describe, expect, it } from "vitest";
import { fitText, textWidth } from "../../src/stage/text-width.ts";

describe("textWidth", () => {
  it("is exact for the mono face", () => {
    expect(textWidth("#18", { size: 10, mono: true })).toBeCloseTo(18);
  });

  it("knows Inter's letters and tabular figures", () => {
    expect(textWidth("T17", { size: 1000 })).toBe(646 + 648 + 648);
    expect(textWidth("T17", { size: 1000, bold: true })).toBe(667 + 646 + 646);
  });

  it("takes a character it does not know for a wide one", () => {
    expect(textWidth("語", { size: 10 })).toBeGreaterThanOrEqual(10);
  });
});

describe("fitText", () => {
  const type = { size: 16, bold: true };

  it("leaves a text that has room as it is", () => {
    expect(fitText("T17", 100, type, 9)).toMatchObject({ text: "T17", size: 16 });
  });

  it("shrinks before it shortens", () => {
    expect(fitText("seventeen", 60, type, 9)).toMatchObject({ text: "seventeen" });
    expect(fitText("seventeen", 60, type, 9)?.size).toBeLessThan(16);
  });

  it("shortens what is too long at the least size", () => {
    expect(fitText("a very long item txt", 40, type, 9)).toMatchObject({
      size: 9,
      text: expect.stringMatching(/…$/),
    });
  });

  it("gives nothing when there is no room at all", () => {
    expect(fitText("seventeen", 3, type, 9)).toBeUndefined();
  });
});

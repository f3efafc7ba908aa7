import { describe, expect, test } from "vitest";
import { resetOffset } from "../../../../src/engine/index.ts";

describe("resetOffset", () => {
  const log = { logStartOffset: 10, highWatermark: 20 };

  test("goes to either end and says how much is lost", () => {
    expect(resetOffset("earliest", 4, log)).toEqual({ position: 10, lost: 6 });
    expect(resetOffset("latest", 4, log)).toEqual({ position: 20, lost: 16 });
    expect(resetOffset("earliest", 25, log)).toEqual({ position: 10, lost: 0 });
    expect(resetOffset("earliest", undefined, log)).toEqual({ position: 10, lost: 0 });
  });

  test("or refuses", () => {
    expect(() => resetOffset("error", 4, log)).toThrow(
      expect.objectContaining({ code: "OFFSET_OUT_OF_RANGE" }),
    );
    expect(() => resetOffset("error", undefined, log)).toThrow("no committed offset");
  });
});

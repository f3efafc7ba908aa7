import { expect, test } from "vitest";
import { closingLine, countsOf, partCounts } from "../../src/tools/test-counts.mjs";

const vitest = { numPassedTests: 40, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 };
const playwright = { stats: { expected: 10, unexpected: 1, flaky: 2, skipped: 0 } };

test("the reports of both runners are counted", () => {
  expect(countsOf(vitest)).toEqual({ passed: 40, failed: 2, skipped: 1 });
  expect(countsOf(playwright)).toEqual({ passed: 10, failed: 3, skipped: 0 });
});

test("a part that failed without a failed test counts as one failure", () => {
  expect(partCounts(1, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(partCounts(1, { ...vitest, numFailedTests: 0 })).toEqual({ passed: 40, failed: 1, skipped: 1 });
  expect(partCounts(1, vitest)).toEqual({ passed: 40, failed: 2, skipped: 1 });
  expect(partCounts(0, undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test("the closing line adds up the parts and names skipped tests only when there are some", () => {
  expect(closingLine([countsOf(vitest), countsOf(playwright)])).toBe("50 passed, 5 failed, 1 skipped");
  expect(closingLine([countsOf(playwright), partCounts(0, undefined)])).toBe("10 passed, 3 failed");
});

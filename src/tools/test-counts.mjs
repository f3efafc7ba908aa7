import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a runner's JSON report counts: vitest's, or Playwright's. A flaky test counts as failed: it did fail.
 * @param {any} report
 * @returns {Counts}
 */
export function countsOf(report) {
  if (report.stats !== undefined) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + (numTodoTests ?? 0) };
}

/**
 * The counts of one part of `npm test`. A part that failed without a failed test (types, format, a runner that broke
 * down before its first test) counts as one failure, so that the sum never looks better than the exit code.
 * @param {number} exit the part's exit code
 * @param {any} report its report, if it wrote one
 * @returns {Counts}
 */
export function partCounts(exit, report) {
  const counts = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : countsOf(report);
  return exit !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * The last line of `npm test`.
 * @param {readonly Counts[]} parts
 */
export function closingLine(parts) {
  /** @param {keyof Counts} name */
  const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** @param {string} file */
export function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

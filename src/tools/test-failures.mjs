import path from "node:path";

/** @typedef {{ name: string, error: string }} Failure a test that failed, and the first line of why */

/**
 * The tests that failed in a runner's JSON report: vitest's, or Playwright's. A flaky test is among them: it did fail.
 * So is a file that could not be run at all.
 * @param {any} report undefined when there is none
 * @param {string} root the folder that files are named from
 * @returns {Failure[]}
 */
export function failuresOf(report, root) {
  if (report === undefined) return [];
  return report.stats === undefined ? vitestFailures(report, root) : playwrightFailures(report);
}

/**
 * @param {any} report
 * @param {string} root
 * @returns {Failure[]}
 */
function vitestFailures({ testResults }, root) {
  return testResults.flatMap((/** @type {any} */ { name, status, message, assertionResults }) => {
    const file = path.relative(root, name).split(path.sep).join("/");
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [{ name: file, error: firstLine(message) }];
    return failed.map((/** @type {any} */ { ancestorTitles, title, failureMessages }) => ({
      name: [file, ...ancestorTitles, title].join(" › "),
      error: firstLine(failureMessages[0]),
    }));
  });
}

/**
 * @param {any} report
 * @returns {Failure[]}
 */
function playwrightFailures({ suites, errors }) {
  const broken = (errors ?? []).map((/** @type {any} */ { message }) => ({
    name: "before any test",
    error: firstLine(message),
  }));
  return [...broken, ...suites.flatMap((/** @type {any} */ suite) => suiteFailures(suite, []))];
}

/**
 * @param {any} suite of a file, or one inside it
 * @param {readonly string[]} above the titles of those it stands in
 * @returns {Failure[]}
 */
function suiteFailures({ title, specs = [], suites = [] }, above) {
  const titles = [...above, title];
  const own = specs.flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ { status }) => status === "unexpected" || status === "flaky")
      .map((/** @type {any} */ { results }) => ({
        name: [...titles, spec.title].join(" › "),
        error: firstLine(results.find((/** @type {any} */ { error }) => error !== undefined)?.error.message),
      })),
  );
  return [...own, ...suites.flatMap((/** @type {any} */ inner) => suiteFailures(inner, titles))];
}

/** What colours a terminal's text. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");

/**
 * @param {string | undefined} text
 * @returns {string}
 */
function firstLine(text = "") {
  const lines = text.replace(COLOUR, "").split("\n");
  return lines.find((line) => line.trim() !== "")?.trim() ?? "";
}

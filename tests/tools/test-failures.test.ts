import { expect, test } from "vitest";
import { failuresOf } from "../../src/tools/test-failures.mjs";

const vitest = {
  testResults: [
    {
      name: "/p/tests/engine/ring.test.ts",
      status: "failed",
      message: "",
      assertionResults: [
        { ancestorTitles: [], title: "keeps", status: "passed", failureMessages: [] },
        {
          ancestorTitles: ["a ring", "of one slot"],
          title: "overwrites",
          status: "failed",
          failureMessages: ["AssertionError: expected 1 to be 2\n    at /p/tests/engine/ring.test.ts:2:65"],
        },
      ],
    },
    {
      name: "/p/tests/broken.test.ts",
      status: "failed",
      message: "Cannot find module './nowhere.ts'",
      assertionResults: [],
    },
    {
      name: "/p/tests/fine.test.ts",
      status: "passed",
      message: "",
      assertionResults: [{ ancestorTitles: [], title: "holds", status: "passed", failureMessages: [] }],
    },
  ],
};

const playwright = {
  stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
  errors: [{ message: "Error: the server did not start\n    at start" }],
  suites: [
    {
      title: "links.spec.ts",
      specs: [
        { title: "leads there", tests: [{ status: "expected", results: [{}] }] },
        {
          title: "leads back",
          tests: [
            {
              status: "unexpected",
              results: [
                {
                  error: {
                    message: "\n\u001b[31mError: \u001b[2mexpect(\u001b[22mpage) failed\u001b[39m\n\n  more",
                  },
                },
              ],
            },
          ],
        },
      ],
      suites: [
        {
          title: "from the season",
          specs: [
            {
              title: "leads on",
              tests: [{ status: "flaky", results: [{ error: { message: "Timed out" } }, {}] }],
            },
          ],
        },
      ],
    },
  ],
};

test("vitest's failed tests are named, and the files that did not run", () => {
  expect(failuresOf(vitest, "/p")).toEqual([
    {
      name: "tests/engine/ring.test.ts › a ring › of one slot › overwrites",
      error: "AssertionError: expected 1 to be 2",
    },
    { name: "tests/broken.test.ts", error: "Cannot find module './nowhere.ts'" },
  ]);
});

test("Playwright's failed and flaky tests are named, without colours, and what failed before them", () => {
  expect(failuresOf(playwright, "/p")).toEqual([
    { name: "before any test", error: "Error: the server did not start" },
    { name: "links.spec.ts › leads back", error: "Error: expect(page) failed" },
    { name: "links.spec.ts › from the season › leads on", error: "Timed out" },
  ]);
});

test("a part without a report names none", () => {
  expect(failuresOf(undefined, "/p")).toEqual([]);
});

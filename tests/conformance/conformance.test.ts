import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkFolder, failed, inWords } from "./check.ts";
import { models } from "./registry.ts";

const folder = fileURLToPath(new URL("vectors", import.meta.url));

describe("every model behaves as the real thing was recorded to behave", () => {
  for (const report of checkFolder(folder)) {
    test(report.name, () => {
      expect(report.note).toBeUndefined();
      expect(report.failures).toEqual([]);
      expect(report.passed).toBeGreaterThan(0);
    });
  }

  test("and every model has its vectors here", () => {
    expect(checkFolder(folder).map((report) => report.name)).toEqual([...models.keys()].sort());
  });
});

describe("the checker", () => {
  const trace = {
    id: 7,
    kind: "reject",
    capacity: 1,
    ops: [["push", 1], ["push", 2], ["pop"]],
    expect: [true, false, 1],
    state: [
      [1, 0, 0, 1],
      [1, 0, 0, 1],
      [0, 0, 0, 1],
    ],
    slots_end: [null],
  };
  const folderOf = (files: { readonly [name: string]: string }) => {
    const made = mkdtempSync(join(tmpdir(), "vectors-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    return made;
  };
  const words = (cases: readonly unknown[]) =>
    inWords(checkFolder(folderOf({ "ring-buffer.json": JSON.stringify({ header: {}, cases }) })));

  test("prints a line a file and the totals last", () => {
    expect(words([trace])).toBe("ring-buffer: 1 of 1\n1 passed, 0 failed");
  });

  test("shows the first operation with a wrong result", () => {
    expect(words([{ ...trace, expect: [true, true, 1] }])).toBe(
      [
        "ring-buffer: 0 of 1",
        "  case 7: operation 1, push 2: expected true, got false; state [size, head, tail, totalWritten] expected [1,0,0,1], got [1,0,0,1]",
        "0 passed, 1 failed",
      ].join("\n"),
    );
  });

  test("shows a wrong state behind a right result", () => {
    expect(words([{ ...trace, state: [[1, 1, 0, 1], ...trace.state.slice(1)] }])).toContain(
      "operation 0, push 1: result true as expected, but state [size, head, tail, totalWritten] expected [1,1,0,1], got [1,0,0,1]",
    );
  });

  test("shows wrong slots at the end", () => {
    expect(words([{ ...trace, slots_end: [1] }])).toContain(
      "case 7: slots at the end: expected [1], got [null]",
    );
  });

  test("names a file without a model and passes it over", () => {
    const reports = checkFolder(folderOf({ "quantum-log.json": "{}", "notes.txt": "" }));
    expect(inWords(reports)).toBe("quantum-log: no model of that name, passed over\n0 passed, 0 failed");
  });

  test.each([
    ["{", "is not JSON"],
    ["[]", 'must be { "header": { … }, "cases": [ … ] }'],
    ['{ "header": {}, "cases": [{ "id": 3 }] }', "case 3: malformed"],
    ['{ "header": {}, "cases": [null] }', "case at place 0: malformed"],
  ])("says what is wrong with the file %s", (text, message) => {
    const reports = checkFolder(folderOf({ "ring-buffer.json": text }));
    expect(inWords(reports)).toContain(message);
    expect(failed(reports)).toBe(1);
  });

  test("says that lists of different lengths are malformed", () => {
    expect(words([{ ...trace, expect: [true] }])).toContain("malformed: 3 ops but 1 in expect");
  });

  test("says that a folder cannot be read", () => {
    expect(() => checkFolder(join(tmpdir(), "no-such-folder-of-vectors"))).toThrow(
      "cannot read the folder of vectors",
    );
  });
});

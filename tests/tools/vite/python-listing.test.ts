import { describe, expect, test } from "vitest";
import { listingOf, methodOf, shelf, shown } from "./listing-fixture.ts";

const TYPESCRIPT = shelf(
  "getRecent(n: number) {",
  "  if (n === 0) {",
  '    this.trace?.("none");',
  "    return [];",
  "  }",
  '  this.trace?.("look");',
  "  return this.read(n);",
  "}",
  "protected read(n: number) {",
  "  this.at = n;",
  '  this.trace?.("read");',
  "  return this.slots[n];",
  "}",
);

const PYTHON = `class Shelf:
    """Keeps things."""

    def get_recent(self, n: int) -> list:
        """The newest items,
        newest first."""
        if n == 0:
            if self.trace: self.trace("none")
            return []
        if self.trace: self.trace("look", slot=n)
        return self._read(n)

    def _read(self, n):
        self.at = n
        if self.trace: self.trace("read")
        return self.slots[n]


def other():
    pass
`;

const listed = (python: string, typescript = TYPESCRIPT) =>
  listingOf({ "shelf.ts": typescript, "shelf.py": python });

describe("a Python twin", () => {
  test("is listed under the TypeScript name, without traces and docstring, with what it calls below", async () => {
    const listing = await listed(PYTHON);
    expect(shown(methodOf(listing, "getRecent", "python"))).toEqual([
      "def get_recent(self, n: int) -> list:",
      "    if n == 0: ← none",
      "        return [] ← return",
      "    return self._read(n) ← look, return",
      "",
      "def _read(self, n):",
      "    self.at = n ← read",
      "    return self.slots[n]",
    ]);
  });

  test("goes the way of the TypeScript one", async () => {
    const listing = await listed(PYTHON);
    const ways = ["typescript", "python"].map((language) => {
      const { sites, first } = methodOf(listing, "getRecent", language);
      return { first, ways: sites.map(({ mark, next }) => ({ mark, next })) };
    });
    expect(ways[1]).toEqual(ways[0]);
  });

  test("inherits as the TypeScript class does", async () => {
    const listing = await listingOf({
      "base.ts": TYPESCRIPT.replace("Shelf", "Base"),
      "base.py": PYTHON.replace("Shelf", "Base"),
      "shelf.ts": 'import { Base } from "./base.ts";\nexport class Shelf<T> extends Base<T> {}\n',
      "shelf.py": "from base import Base\n\n\nclass Shelf(Base):\n    pass\n",
    });
    expect(shown(methodOf(listing, "getRecent", "python"))[1]).toBe("    if n == 0: ← none");
  });

  test("has the names that Python has for what iterates, prints and constructs", async () => {
    const typescript = shelf(
      "constructor() {",
      "  this.at = 0;",
      '  this.trace?.("make");',
      "}",
      "*[Symbol.iterator]() {",
      "  yield 1;",
      '  this.trace?.("look");',
      "}",
      "toString() {",
      "  this.at = 1;",
      '  this.trace?.("print");',
      '  return "";',
      "}",
    );
    const python =
      'class Shelf:\n    def __init__(self):\n        self.trace = None\n        self.at = 0\n        if self.trace: self.trace("make")\n\n    def __iter__(self):\n        yield 1\n        if self.trace: self.trace("look")\n\n    def __str__(self):\n        self.at = 1\n        if self.trace: self.trace("print")\n        return ""\n';
    const listing = await listed(python, typescript);
    expect(shown(methodOf(listing, "constructor", "python"))).toEqual([
      "def __init__(self):",
      "    self.at = 0 ← make",
    ]);
    expect(shown(methodOf(listing, "toString", "python"))[0]).toBe("def __str__(self):");
    expect(shown(methodOf(listing, "[Symbol.iterator]", "python"))[0]).toBe("def __iter__(self):");
  });

  test.each([
    ["without the class", PYTHON.replace("Shelf", "Shelves"), "shelf.py:1: expected “class Shelf”"],
    [
      "without the method",
      PYTHON.replace("get_recent", "recent"),
      "shelf.py:1: Shelf has no method get_recent",
    ],
    [
      "without a mark",
      PYTHON.replace(/\n.*"look".*/, ""),
      "shelf.py:4: get_recent must make the marks of Shelf.getRecent, line by line: none, return, look, return, read; found none, return, return, read",
    ],
    [
      "with another mark",
      PYTHON.replace('"look"', '"peek"'),
      "shelf.py:4: get_recent must make the marks of Shelf.getRecent, line by line: none, return, look, return, read; found none, return, peek, return, read",
    ],
    [
      "with a trace of another form",
      PYTHON.replace("if self.trace: self.trace", "self.trace"),
      'shelf.py:8: a trace reads: if self.trace: self.trace("mark", …)',
    ],
  ])("is refused %s", async (_, python, message) => {
    await expect(listed(python)).rejects.toThrow(message);
  });
});

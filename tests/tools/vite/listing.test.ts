import { describe, expect, test } from "vitest";
import { litLine } from "../../../src/scenario/index.ts";
import { listingOf, methodOf, shelf, shown } from "./listing-fixture.ts";

const PUT = [
  "/** Put an item there. */",
  "override put(item: T): boolean {",
  "  if (this.full()) {",
  '    this.trace?.("make-room", {',
  "      slot: this.at,",
  "    });",
  "    // The oldest goes.",
  "    this.slots[this.at]!.item = item as T;",
  '    this.trace?.("write");',
  "  } else {",
  "    this.slots.push(item as unknown as T);",
  '    this.trace?.("write");',
  "    this.size += 1;",
  '    this.trace?.("grow");',
  '    this.trace?.("tell");',
  "  }",
  "",
  "  this.at = this.next(this.at);",
  '  this.trace?.("advance");',
  "  return true;",
  "}",
  "full(): boolean {",
  "  return this.size === 8;",
  "}",
  "protected next(slot: number): number {",
  "  const after = slot + 1;",
  "  return after === 8 ? 0 : after;",
  "}",
];

describe("a listed method", () => {
  test("has no traces, modifiers, casts or docstring; what it calls stands below; marks stand at what they tell about", async () => {
    const listing = await listingOf({ "shelf.ts": shelf(...PUT) });
    expect(listing.structure).toBe("Shelf");
    expect(shown(methodOf(listing, "put"))).toEqual([
      "put(item: T): boolean {",
      "  if (this.full()) { ← make-room",
      "    // The oldest goes.",
      "    this.slots[this.at].item = item; ← write",
      "  } else {",
      "    this.slots.push(item); ← write",
      "    this.size += 1; ← grow, tell",
      "  }",
      "",
      "  this.at = this.next(this.at); ← advance",
      "  return true; ← return",
      "}",
      "",
      "full(): boolean {",
      "  return this.size === 8;",
      "}",
      "",
      "next(slot: number): number {",
      "  const after = slot + 1;",
      "  return after === 8 ? 0 : after;",
      "}",
    ]);
    expect(methodOf(listing, "put").marks).toEqual({
      "make-room": [1],
      write: [3, 5],
      grow: [6],
      tell: [6],
      advance: [9],
    });
  });

  test("lights the branch that was taken", async () => {
    const put = methodOf(await listingOf({ "shelf.ts": shelf(...PUT) }), "put");
    expect(litLine(put, ["make-room", "write"])).toBe(3);
    expect(litLine(put, ["write"])).toBe(5);
    expect(litLine(put, ["write", "grow", "tell", "advance", "return"])).toBe(10);
  });

  test("is not listed by itself when it is protected or makes no mark", async () => {
    const listing = await listingOf({ "shelf.ts": shelf(...PUT) });
    expect(Object.keys(listing.languages[0]?.methods ?? {})).toEqual(["put"]);
  });

  test("after the end of a block, has the mark at the line that follows", async () => {
    const look = [
      "look() {",
      "  if (this.size === 0) {",
      "    return;",
      "  }",
      '  this.trace?.("look");',
      "  return this.slots[0];",
      "}",
    ];
    expect(shown(methodOf(await listingOf({ "shelf.ts": shelf(...look) }), "look"))).toEqual([
      "look() {",
      "  if (this.size === 0) {",
      "    return; ← return",
      "  }",
      "  return this.slots[0]; ← look, return",
      "}",
    ]);
  });

  test("comes from the class it is inherited from", async () => {
    const parent = shelf(
      "take() {",
      "  this.size -= 1;",
      '  this.trace?.("shrink");',
      "}",
      "*[Symbol.iterator]() {",
      "  yield 1;",
      '  this.trace?.("look");',
      "}",
    );
    const child =
      'import { Base } from "./base.ts";\nexport class Shelf<T> extends Base<T> {\n  get room() {\n    return 1;\n  }\n}\n';
    const listing = await listingOf({ "base.ts": parent.replace("Shelf", "Base"), "shelf.ts": child });
    expect(shown(methodOf(listing, "take"))).toEqual(["take() {", "  this.size -= 1; ← shrink", "}"]);
    expect(shown(methodOf(listing, "[Symbol.iterator]"))[0]).toBe("*[Symbol.iterator]() {");
  });

  test("is followed through what it calls when that makes marks", async () => {
    const lines = [
      "put(item: T) {",
      "  this.room();",
      "  this.slots.push(item);",
      '  this.trace?.("write");',
      "}",
      "room() {",
      "  if (this.size < 8) return;",
      "  this.slots.shift();",
      '  this.trace?.("drop");',
      "}",
    ];
    const put = methodOf(await listingOf({ "shelf.ts": shelf(...lines) }), "put");
    expect(shown(put).slice(5)).toEqual([
      "room() {",
      "  if (this.size < 8) return;",
      "  this.slots.shift(); ← drop",
      "}",
    ]);
    expect(put.first.map((site) => put.sites[site]?.mark)).toEqual(["write", "drop"]);
    expect(litLine(put, ["drop"])).toBe(7);
    expect(litLine(put, ["drop", "write"])).toBe(2);
  });

  test("has its code told apart by kind", async () => {
    const listing = await listingOf({
      "shelf.ts": shelf(
        "put(item: string) {",
        '  this.trace?.("put");',
        '  return this.add("a", 12); // so',
        "}",
      ),
    });
    const tokens = methodOf(listing, "put")
      .lines.flat()
      .filter(({ kind }) => kind !== "plain");
    expect(tokens.map(({ text, kind }) => [text, kind])).toEqual([
      ["put", "function"],
      ["string", "type"],
      ["return", "keyword"],
      ["this", "keyword"],
      ["add", "function"],
      ['"a"', "string"],
      ["12", "number"],
      ["// so", "comment"],
    ]);
  });
});

describe("the way through a method", () => {
  /** The marks that may come after each, `call` standing for the start. */
  const flow = async (...body: string[]) => {
    const statements = body.flatMap((line) => line.split(/(?<=[;{}])\s+(?=this\.trace)/));
    const lines = [
      "go() {",
      ...statements.map((line) => line.replace(/!(\w)/, '\nthis.trace?.("$1");\n')),
      "}",
    ];
    const { sites, first } = methodOf(await listingOf({ "shelf.ts": shelf(...lines) }), "go");
    const marks = (indices: readonly number[]) => indices.map((index) => sites[index]?.mark).join("");
    return [`call:${marks(first)}`, ...sites.map(({ mark, next }) => `${mark}:${marks(next)}`)].join(" ");
  };

  test.each([
    ["one after the other", ["x();", "!a", "y();", "!b"], "call:a a:b b:"],
    ["a branch without another", ["if (x) {", "!a", "}", "!b"], "call:ab a:b b:"],
    ["a branch with another", ["if (x) {", "!a", "} else {", "!b", "}", "!c"], "call:ab a:c b:c c:"],
    ["a loop", ["while (x) {", "!a", "!b", "}", "!c"], "call:ac a:b b:ac c:"],
    ["a loop that is left", ["for (;;) {", "!a", "if (x) break;", "!b", "}", "!c"], "call:ac a:bc b:ac c:"],
    [
      "a loop that goes on",
      ["for (const x of y) {", "!a", "if (x) continue;", "!b", "}", "!c"],
      "call:ac a:abc b:ac c:",
    ],
    [
      "a switch",
      ["switch (x) {", "case 1:", "!a", "break;", "case 2:", "!b", "default:", "!c", "}", "!d"],
      "call:abcd a:d b:c c:d d:",
    ],
    [
      "an attempt",
      ["try {", "!a", "!b", "} catch {", "!c", "} finally {", "!d", "}"],
      "call:ac a:bc b:cd c:d d:",
    ],
    [
      "an early end",
      ["if (x) {", "!a", "return;", "}", "!b", "throw y;"],
      "call:ab a:return return: b:throw throw:",
    ],
  ])("knows %s", async (_, body, expected) => {
    expect(await flow(...body)).toBe(expected);
  });
});

describe("a structure of unknown shape", () => {
  const put = (line: string) => ({ "shelf.ts": shelf("put(item: T) {", `  ${line}`, "}") });
  test.each([
    [
      "two classes",
      { "shelf.ts": shelf() + shelf().replace("Shelf", "Other") },
      "shelf.ts:1: a structure's file exports one class; found 2",
    ],
    [
      "a trace beside other code",
      put('this.at = 1; this.trace?.("a");'),
      "shelf.ts:3: a trace stands on lines of its own",
    ],
    [
      "a trace in an expression",
      put('if (x) this.trace?.("a"), y();'),
      'shelf.ts:3: a trace is a statement of its own: this.trace?.("mark", …);',
    ],
    [
      "a trace without a hook's question mark",
      put('this.trace("a");'),
      'shelf.ts:3: a trace is a statement of its own: this.trace?.("mark", …);',
    ],
    [
      "a mark that is computed",
      put("this.trace?.(mark);"),
      "shelf.ts:3: the mark of a trace is a text in double quotes",
    ],
    [
      "a base class from nowhere",
      { "shelf.ts": shelf().replace("<T>", " extends Base") },
      "shelf.ts:1: a structure extends a class imported from its own file",
    ],
  ])("is refused: %s", async (_, files, message) => {
    await expect(listingOf(files)).rejects.toThrow(message);
  });
});

describe("a method of a process", () => {
  const GET = [
    "*get(): Process<T> {",
    "  yield* this.lock.acquire();",
    "  try {",
    "    while (this.size === 0) {",
    '      yield this.did("find-empty");',
    "      yield* this.notEmpty.wait(5);",
    "    }",
    "    const item = this.slots[0];",
    '    yield this.did("take");',
    "    return item;",
    "  } finally {",
    "    this.lock.release();",
    "  }",
    "}",
    "protected did(mark: string): Wait {",
    "  this.trace?.(mark);",
    "  return pause();",
    "}",
  ];

  test("is shown without its steps, and its lock makes marks where it is taken, waited for and let go", async () => {
    const listing = await listingOf({ "shelf.ts": shelf(...GET) });
    expect(Object.keys(listing.languages[0]?.methods ?? {})).toEqual(["get"]);
    expect(shown(methodOf(listing, "get"))).toEqual([
      "*get(): Process<T> {",
      "  yield* this.lock.acquire(); ← locked-out, lock",
      "  try {",
      "    while (this.size === 0) { ← find-empty",
      "      yield* this.notEmpty.wait(5); ← wait, locked-out, lock",
      "    }",
      "    const item = this.slots[0]; ← take",
      "    return item; ← return",
      "  } finally {",
      "    this.lock.release(); ← release",
      "  }",
      "}",
    ]);
  });

  test("is lit where it stands, however often it was locked out or went round", async () => {
    const get = methodOf(await listingOf({ "shelf.ts": shelf(...GET) }), "get");
    expect(litLine(get, ["locked-out", "locked-out"])).toBe(1);
    expect(litLine(get, ["lock", "find-empty", "wait", "locked-out"])).toBe(4);
    expect(litLine(get, ["lock", "find-empty", "wait", "lock", "find-empty"])).toBe(3);
    expect(litLine(get, ["lock", "take", "release"])).toBe(9);
  });
});

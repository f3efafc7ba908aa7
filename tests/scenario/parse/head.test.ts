import { expect, test } from "vitest";
import { episodeOf, HEAD, problemsOf } from "../fixture.ts";

test("the head gives the episode its name, number and length", () => {
  expect(episodeOf(HEAD)).toEqual({
    title: "Rings",
    number: 7,
    slug: "rings",
    summary: "Round and round.",
    duration: 600,
    language: "en",
    chapters: [],
  });
});

test("a value is taken as it stands, over several lines, and out of quotes", () => {
  const text = HEAD.replace("Round and round.", "Item #18: gone\n  for good").replace("Rings", '" Rings"');
  expect(episodeOf(text)).toMatchObject({ title: " Rings", summary: "Item #18: gone for good" });
});

test("a text may have a byte order mark, and line ends of either kind", () => {
  expect(episodeOf(`\uFEFF${HEAD}## 0:00 A {#a}`.replaceAll("\n", "\r\n"))).toEqual(
    episodeOf(`${HEAD}## 0:00 A {#a}`),
  );
});

test.each([
  [
    "no head",
    "Hello",
    [
      "en.md:1:1: an episode begins with a head between two lines “---”",
      "en.md:1:1: a chapter must come first: “## 0:00 Title {#name}”",
    ],
  ],
  [
    "a head that is not closed",
    HEAD.slice(0, 20),
    [
      "en.md:1:1: the head is never closed: a second line “---” is missing",
      "en.md:1:1: a chapter must come first: “## 0:00 Title {#name}”",
      "en.md:2:1: a chapter must come first: “## 0:00 Title {#name}”",
    ],
  ],
  [
    "an entry that is missing",
    HEAD.replace(/slug.*\n/, ""),
    ["en.md:6:1: the head has no “slug”: a name of small letters, digits and hyphens"],
  ],
  [
    "an unknown entry",
    HEAD.replace("slug", "slgu: x\nslug"),
    [
      "en.md:4:1: there is no entry “slgu”; did you mean “slug”? The entries of the head are title, number, slug, summary, duration",
    ],
  ],
  [
    "an entry that stands twice",
    HEAD.replace("slug", "number: 8\nslug"),
    ["en.md:4:1: number stands in the head twice"],
  ],
  [
    "a line that is no entry",
    HEAD.replace("slug: rings", "slug rings"),
    [
      "en.md:4:1: expected “name: value”; found “slug rings”",
      "en.md:7:1: the head has no “slug”: a name of small letters, digits and hyphens",
    ],
  ],
  [
    "a number that is none",
    HEAD.replace("7", "seven"),
    ["en.md:3:9: number must be a whole number from 1 on; found “seven”"],
  ],
  [
    "a slug that links cannot use",
    HEAD.replace("rings\n", "Ring Buffers\n"),
    ["en.md:4:7: slug must be a name of small letters, digits and hyphens; found “Ring Buffers”"],
  ],
  [
    "a duration that is no time",
    HEAD.replace("10:00", "10 min"),
    ["en.md:6:11: duration must be a time such as 25:30; found “10 min”"],
  ],
  ["an empty title", HEAD.replace("Rings", ""), ["en.md:2:7: title must be a text; found “”"]],
])("%s is refused", (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

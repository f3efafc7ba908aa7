import { expect, test } from "vitest";
import { episodeOf, HEAD, problemsOf } from "../fixture.ts";

test("a chapter lasts until the next one begins, and the last until the episode ends", () => {
  const text = `${HEAD}## 0:00 The ring: a start | Ring {#ring}\n\n## 2:30 The end {#the-end}\n`;
  expect(episodeOf(text).chapters).toEqual([
    { id: "ring", title: "The ring: a start", short: "Ring", start: 0, duration: 150, scenes: [], beats: [] },
    { id: "the-end", title: "The end", short: "The end", start: 150, duration: 450, scenes: [], beats: [] },
  ]);
});

test.each([
  [
    "no name",
    "## 0:00 The ring",
    ["en.md:8:1: the chapter has no name for links: a chapter begins “## 5:00 Title | Short title {#name}”"],
  ],
  [
    "a bad name",
    "## 0:00 The ring {#The Ring}",
    ["en.md:8:20: a chapter's name has small letters, digits and hyphens; found “The Ring”"],
  ],
  [
    "no time",
    "## The ring {#ring}",
    ["en.md:8:1: the chapter has no time: a chapter begins “## 5:00 Title | Short title {#name}”"],
  ],
  ["a bad time", "## 5:75 The ring {#ring}", ["en.md:8:4: a chapter's time has the form 5:00; found “5:75”"]],
  [
    "no title",
    "## 0:00 {#ring}",
    ["en.md:8:1: the chapter has no title: a chapter begins “## 5:00 Title | Short title {#name}”"],
  ],
  [
    "two short titles",
    "## 0:00 The | ring | one {#ring}",
    [
      "en.md:8:1: a heading has one “|” at most, before the short title: a chapter begins “## 5:00 Title | Short title {#name}”",
    ],
  ],
  [
    "a name twice",
    "## 0:00 A {#ring}\n\n## 1:00 B {#ring}",
    ["en.md:10:1: two chapters have the name “ring”"],
  ],
  [
    "times that fall",
    "## 2:00 A {#a}\n\n## 1:00 B {#b}",
    ["en.md:10:1: the chapters' times must rise; found 1:00 after 2:00"],
  ],
  [
    "times that stand still",
    "## 2:00 A {#a}\n\n## 2:00 B {#b}",
    ["en.md:10:1: the chapters' times must rise; found 2:00 after 2:00"],
  ],
  [
    "a chapter after the end",
    "## 10:00 A {#a}",
    ["en.md:8:1: the last chapter must begin before the episode ends at 10:00; found 10:00"],
  ],
  [
    "a heading of another depth",
    "### 0:00 A {#a}",
    ["en.md:8:1: the only headings are those of chapters, with “##”"],
  ],
  [
    "a rule right below a paragraph",
    "## 0:00 A {#a}\n\nHello\n---",
    ["en.md:10:1: a rule “---” needs an empty line before it"],
  ],
])("%s is refused", (_, text, problems) => {
  expect(problemsOf(HEAD + text)).toEqual(problems);
});

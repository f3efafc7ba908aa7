import { expect, test } from "vitest";
import { defineSystem, item, registry, type System } from "../../src/engine/index.ts";
import { chapterHash } from "../../src/scenario/index.ts";
import { parseEpisode } from "../../src/scenario/parse/index.ts";
import { chapterOf, fence, HEAD, OPENING } from "./fixture.ts";

/** A system that will not change, so that its hash must not. */
const diary = defineSystem({
  id: "diary",
  title: "Diary",
  summary: "Keeps what it is told.",
  views: ["diary"],
  parameters: {},
  operations: {
    note: {
      help: "Note something.",
      arguments: { what: item({ default: "A", help: "What." }) },
      run: (
        instance: { entries: readonly (string | undefined)[] },
        values: { readonly what: string | undefined },
      ) => {
        instance.entries = [...instance.entries, values.what];
        return instance.entries.length;
      },
    },
  },
  invariants: [],
  create: (): { entries: readonly (string | undefined)[] } => ({ entries: [] }),
  snapshot: ({ entries }) => ({ entries }),
});

test("the same text gives the same hash on every run and machine", () => {
  const systems = new Map<string, System>([["diary", diary as unknown as System]]);
  const text = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "diary")}\nLook:\n\n${fence("do", "note A", "note undefined")}`;
  const { episode, problems } = parseEpisode(text, { file: "en.md", systems, views: ["diary"] });
  expect(problems).toEqual([]);
  expect(episode.chapters.map((chapter) => chapterHash(chapter, systems))).toEqual(["47d37f4cc5b657be"]);
});

test("another script, another parameter, another scene: another hash", () => {
  const hash = (text: string) => chapterHash(chapterOf(text), registry);
  const script = fence("do", "push A");
  const hashes = [
    OPENING + script,
    OPENING + fence("do", "push B"),
    OPENING.replace("capacity: 4", "capacity: 5") + script,
    `${OPENING}${script}\n${fence("system", "ring-buffer")}\nLook.`,
    OPENING,
  ].map(hash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("words and questions do not change what happens", () => {
  const ask = fence("ask", "question: ?", "answer: head after push Z", "pick: slot");
  const hash = (text: string) => chapterHash(chapterOf(text), registry);
  expect(hash(OPENING.replace("Look:", "See:") + fence("do", "push A") + ask)).toBe(
    hash(OPENING + fence("do", "push A", "expect size = 1")),
  );
});

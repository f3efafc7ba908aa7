import { defineSystem, registry, type System } from "../../src/engine/index.ts";
import type { Chapter, Episode } from "../../src/scenario/index.ts";
import { checkEpisode, formatProblem } from "../../src/scenario/parse/index.ts";
import { clocked } from "./clocked.ts";

/** A system without usual views, whose only operation fails. */
const fragile = defineSystem({
  id: "fragile",
  title: "Fragile",
  summary: "Fails.",
  parameters: {},
  operations: {
    fail: {
      help: "Fail.",
      arguments: {},
      run: () => {
        throw new RangeError("it is broken");
      },
    },
  },
  invariants: [],
  create: () => ({}),
  snapshot: () => ({ whole: false }),
});

/** What the texts of these tests may name. */
export const known = {
  file: "en.md",
  systems: new Map<string, System>([
    ...registry,
    ["fragile", fragile as System],
    ["clocked", clocked as unknown as System],
  ]),
  views: ["ring", "tape"],
};

/** A head of seven lines, so that a chapter begins in line 8. */
export const HEAD = `---
title: Rings
number: 7
slug: rings
summary: Round and round.
duration: 10:00
---
`;

/** A chapter with a ring of four slots, so that what follows begins in line 16. */
export const OPENING = `${HEAD}## 0:00 The ring {#ring}

\`\`\`system
ring-buffer
capacity: 4
\`\`\`

Look:
`;

/** A fenced block. */
export function fence(kind: string, ...lines: string[]): string {
  return `\`\`\`${kind}\n${lines.join("\n")}\n\`\`\`\n`;
}

/** Everything that is wrong with a text, as it is printed. */
export function problemsOf(text: string): string[] {
  return checkEpisode(text, known).problems.map(formatProblem);
}

/** A text as an episode. @throws Error when anything is wrong with it */
export function episodeOf(text: string): Episode {
  const { episode, problems } = checkEpisode(text, known);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  return episode;
}

/** The first chapter of a text. */
export function chapterOf(text: string): Chapter {
  const [chapter] = episodeOf(text).chapters;
  if (chapter === undefined) throw new Error("the text has no chapter");
  return chapter;
}

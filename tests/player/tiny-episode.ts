import type { Input, Plain, System } from "../../src/engine/index.ts";
import { registry } from "../../src/engine/index.ts";
import type { ChapterModule, EpisodeModule } from "../../src/player/episode-module.ts";
import type { Beat, Chapter, Listing } from "../../src/scenario/index.ts";
import type { View } from "../../src/views/view.ts";

const push = (item: string): Input => ({ operation: "push", values: { item } });

const beat = (text: string, inputs: readonly Input[] = [], more: Partial<Beat> = {}): Beat => ({
  scene: 0,
  text: [{ kind: "paragraph", text: [{ kind: "text", text }] }],
  inputs,
  expects: [],
  ...more,
});

const scene = (capacity: number) => ({
  system: "overwriting-ring-buffer",
  parameters: { capacity } as { readonly [name: string]: Plain },
  seed: 1,
  views: ["words"],
});

const chapters: readonly Chapter[] = [
  {
    id: "never-ends",
    title: "The problem that never ends",
    short: "Never ends",
    start: 0,
    duration: 120,
    scenes: [],
    beats: [],
  },
  {
    id: "ring",
    title: "The ring",
    short: "Ring",
    start: 120,
    duration: 30,
    scenes: [scene(3)],
    beats: [
      beat("Three slots, all empty."),
      beat("Two items arrive.", [push("T0"), push("T1")]),
      beat("One more fills the ring.", [push("T2")], {
        ask: {
          question: "One more item arrives. Where will tail point?",
          inputs: [push("T3")],
          answer: { pick: "slot", path: { kind: "path", path: ["tail"] } },
          why: "Head and tail step forward together.",
        },
      }),
      beat("The oldest gives way.", [push("T3")]),
    ],
  },
  {
    id: "overwrite",
    title: "When old data must die",
    short: "Overwrite",
    start: 150,
    duration: 30,
    scenes: [scene(2), scene(4)],
    beats: [
      beat("A smaller ring.", [push("A")]),
      { ...beat("Another one, larger.", [push("B"), { operation: "pop", values: {} }]), scene: 1 },
    ],
  },
];

/** Shows the words of a state in one text. */
export const words: View = {
  id: "words",
  title: "In words",
  height: { least: 80, share: 1 },
  layout: ({ frame }) => [
    { key: "size", kind: "text", n: { x: 20, y: 20, size: 16 }, style: "title", text: sizeText(frame.state) },
  ],
  describe: ({ frame }) =>
    `${frame.cause.operation === "" ? "Nothing yet" : `${frame.cause.operation}: ${frame.cause.mark}`}. ${sizeText(frame.state)}.`,
};

function sizeText(state: object): string {
  return `${String((state as { readonly size: number }).size)} held`;
}

const listing: Listing = {
  structure: "OverwritingRingBuffer",
  languages: (["typescript", "python"] as const).map((language) => ({
    language,
    methods: {
      push: {
        lines: [
          [{ text: language === "python" ? "def push(self, item):" : "push(item) {", kind: "plain" }],
          [{ text: "  slots[head] = item", kind: "plain" }],
        ],
        call: 0,
        marks: { write: [1] },
        sites: [{ mark: "write", line: 1, next: [] }],
        first: [0],
      },
    },
  })),
};

const moduleOf = (chapter: Chapter): ChapterModule => ({
  chapter,
  systems: new Map([["overwriting-ring-buffer", registry.get("overwriting-ring-buffer") as System]]),
  views: new Map([["words", words]]),
  listings: new Map([["OverwritingRingBuffer", listing]]),
});

/** An episode small enough to count its moments by hand. All its chapters are there. */
export const tinyEpisode: EpisodeModule = {
  episode: {
    slug: "tiny",
    number: 7,
    title: "When data never stops",
    duration: 180,
    chapters: chapters.map(({ scenes, beats, ...head }) => ({ ...head, steps: beats.length })),
  },
  chapters: new Map(chapters.map((chapter) => [chapter.id, moduleOf(chapter)])),
};

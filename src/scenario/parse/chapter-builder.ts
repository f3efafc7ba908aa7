import { noSuch } from "../../engine/comparison/nearest.ts";
import type { System } from "../../engine/index.ts";
import type { Beat, Block, Chapter, Scene } from "../episode.ts";
import type { Place, Places, Report } from "../problem.ts";
import { readAsk } from "./ask-block.ts";
import { readDo } from "./do-block.ts";
import type { Heading } from "./heading.ts";
import { readNotes } from "./notes-block.ts";
import { readPractice } from "./practice-block.ts";
import type { Room } from "./room.ts";
import { type Line, part } from "./source.ts";
import { readSystem } from "./system-block.ts";

/** What an episode's text may name. */
export interface Names {
  readonly systems: ReadonlyMap<string, System>;
  /** Ids of the views. */
  readonly views: Iterable<string>;
}

const NAMES = {
  ask: { block: "an ask block", thing: "a question" },
  notes: { block: "a notes block", thing: "notes" },
  practice: { block: "a practice block", thing: "an exercise" },
} as const;
/** What a fenced block may be. */
export const BLOCKS = ["system", "look", "do", "ask", "practice", "notes"] as const;

/** Puts a chapter together from its paragraphs and blocks, in the order of the text. */
export class ChapterBuilder {
  readonly heading: Heading;
  readonly #known: Names;
  readonly #report: Report;
  readonly #places: Places;
  readonly #room: Room;
  readonly #scenes: Scene[] = [];
  readonly #beats: Beat[] = [];
  #system: System | undefined;
  /** Where the last `system` block stands; its scene may be unreadable. */
  #sceneAt: Place | undefined;
  #stepsInScene = 0;
  #text: Block[] = [];
  #textAt: Place | undefined;

  constructor(heading: Heading, known: Names, report: Report, places: Places, room: Room) {
    this.heading = heading;
    this.#room = room;
    this.#known = known;
    this.#report = report;
    this.#places = places;
  }

  narrate(block: Block, at: Place): void {
    this.#textAt ??= at;
    this.#text.push(block);
  }

  /** A rule ends a step in which nothing is done. */
  rule(): void {
    this.#step();
  }

  /** A fenced block. `at` is its opening line, `lines` what it holds. */
  fence(kind: string, at: Line, lines: readonly Line[]): void {
    switch (kind) {
      case "system":
        this.#openScene(at, lines);
        break;
      case "look":
        this.#look(at, lines);
        break;
      case "do":
        this.#do(at, lines);
        break;
      case "ask":
        this.#attach(at, "ask", (system) =>
          readAsk(at, lines, system, this.#report, this.#places, this.#room),
        );
        break;
      case "notes":
        this.#attach(at, "notes", () => readNotes(at, lines, this.#report));
        break;
      case "practice":
        this.#attach(at, "practice", (system) => readPractice(at, lines, system, this.#report, this.#places));
        break;
      default: {
        const column = at.column + at.text.length - at.text.replace(/^\s*[`~]*/, "").length;
        this.#report.add({ line: at.line, column }, noSuch("block", kind, "the blocks are", BLOCKS));
      }
    }
  }

  /** The whole chapter, which the next one or the end of the episode closes at `end` seconds. */
  build(end: number): Chapter {
    this.#step();
    this.#closeScene();
    const { id, title, short, start = 0, line } = this.heading;
    const chapter = {
      id,
      title,
      short,
      start,
      duration: Math.max(0, end - start),
      scenes: this.#scenes,
      beats: this.#beats,
    };
    return this.#places.mark(chapter, line);
  }

  #openScene(at: Line, lines: readonly Line[]): void {
    this.#step();
    this.#closeScene();
    this.#sceneAt = at;
    this.#stepsInScene = 0;
    const draft = readSystem(at, lines, this.#known.systems, this.#report, this.#places);
    this.#system = draft?.system;
    if (draft === undefined) return;
    const views = draft.system.views ?? [];
    this.#scenes.push(this.#places.mark({ ...draft.scene, views }, this.#places.of(draft.scene)));
  }

  #closeScene(): void {
    if (this.#sceneAt === undefined) return;
    if (this.#stepsInScene === 0)
      this.#report.add(this.#sceneAt, "this scene has no steps: narration is missing");
    const scene = this.#scenes.at(-1);
    if (this.#system === undefined || scene === undefined) return;
    const at = this.#places.of(scene);
    if (scene.views.length === 0) {
      this.#report.add(at, `${scene.system} has no usual views: a look block must choose some`);
    }
    for (const view of scene.views) this.#checkView(view, at);
  }

  #look(at: Line, lines: readonly Line[]): void {
    if (this.#sceneAt === undefined || this.#stepsInScene > 0 || this.#text.length > 0) {
      this.#report.add(at, "a look block stands right after its system block");
      return;
    }
    const named = lines.map((line) => part(line)).filter(({ text }) => text !== "");
    if (named.length === 0) this.#report.add(at, "the look block is empty: each of its lines names a view");
    const views = named.filter((line) => this.#checkView(line.text, line)).map(({ text }) => text);
    const scene = this.#scenes.at(-1);
    if (this.#system === undefined || scene === undefined || views.length === 0) return;
    this.#scenes[this.#scenes.length - 1] = this.#places.mark({ ...scene, views }, this.#places.of(scene));
  }

  #checkView(view: string, at: Place): boolean {
    const known = [...this.#known.views];
    if (known.includes(view)) return true;
    this.#report.add(at, noSuch("view", view, "the views are", known));
    return false;
  }

  #do(at: Line, lines: readonly Line[]): void {
    if (this.#text.length === 0)
      this.#report.add(at, "a do block without narration: say first what is to be seen");
    if (this.#system === undefined) {
      if (this.#sceneAt === undefined) this.#report.add(at, "a do block before any system block");
      this.#drop();
      return;
    }
    const { inputs, expects } = readDo(lines, this.#system, this.#report, this.#places, this.#room);
    this.#step({ inputs, expects }, at);
  }

  /** Put a question, an exercise or notes to the last step. */
  #attach<Kind extends "ask" | "practice" | "notes">(
    at: Line,
    kind: Kind,
    read: (system: System) => Beat[Kind] | undefined,
  ): void {
    this.#step();
    if (this.#system === undefined) {
      if (this.#sceneAt === undefined) this.#report.add(at, `${NAMES[kind].block} before any system block`);
      return;
    }
    const found = read(this.#system);
    const last = this.#beats.at(-1);
    if (this.#stepsInScene === 0 || last === undefined) {
      this.#report.add(at, `${NAMES[kind].block} stands after a step of its scene`);
    } else if (last[kind] !== undefined) {
      this.#report.add(at, `this step has ${NAMES[kind].thing} already: say something between the two`);
    } else if (found !== undefined) {
      const beat: Beat = { ...last, [kind]: found };
      this.#beats[this.#beats.length - 1] = this.#places.mark(beat, this.#places.of(last));
    }
  }

  /** Make a step of the narration so far and what is done with it. */
  #step(done: Pick<Beat, "inputs" | "expects"> = { inputs: [], expects: [] }, at?: Place): void {
    const place = this.#textAt ?? at;
    const text = this.#text;
    this.#drop();
    if (place === undefined || (text.length === 0 && at === undefined)) return;
    this.#stepsInScene += 1;
    if (this.#sceneAt === undefined) {
      this.#report.add(place, "narration without a picture: a system block must come first");
    } else if (this.#system !== undefined) {
      this.#beats.push(this.#places.mark({ scene: this.#scenes.length - 1, text, ...done }, place));
    }
  }

  #drop(): void {
    this.#text = [];
    this.#textAt = undefined;
  }
}

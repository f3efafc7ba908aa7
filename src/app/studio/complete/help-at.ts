import type { Field, System } from "../../../engine/index.ts";
import { contextAt } from "../../../player/draft/check/context.ts";
import {
  ASK_HELP,
  BLOCK_HELP,
  DRIVE_HELP,
  fieldWords,
  HEAD_HELP,
  PICK_HELP,
  parameterOf,
  SCENE_HELP,
  signature,
} from "./words-of.ts";

/** What a word of a text means. */
export interface Help {
  /** The word, as offsets into the text. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly words: string;
}

/** What the word at an offset means; undefined for one that says nothing to the engine. */
export function helpAt(text: string, offset: number, systems: ReadonlyMap<string, System>): Help | undefined {
  const from = offset - (/[\w-]*$/.exec(text.slice(Math.max(0, offset - 80), offset))?.[0].length ?? 0);
  const word = /^[\w-]+/.exec(text.slice(from, from + 80))?.[0];
  if (word === undefined) return undefined;
  const found = meaning(text, from, word, systems);
  return found && { from, to: from + word.length, ...found };
}

type Meaning = Pick<Help, "title" | "words">;

function meaning(
  text: string,
  from: number,
  word: string,
  systems: ReadonlyMap<string, System>,
): Meaning | undefined {
  const context = contextAt(text, from);
  const { before } = context;
  const alone = before.trim() === "";
  if (context.kind === "head") return alone ? said(word, HEAD_HELP) : undefined;
  if (context.kind === "prose") return /^\s*(`{3,}|~{3,})$/.test(before) ? said(word, BLOCK_HELP) : undefined;
  const { block, above } = context;
  if (block === "system" && above.length === 0 && alone) {
    const system = systems.get(word);
    return system && { title: system.title, words: system.summary };
  }
  const system = systems.get(context.system ?? "");
  if (system === undefined) return undefined;
  if (block === "system") {
    if (/^\s*broken\s*:/.test(before)) return invariant(word, system);
    const field = alone ? parameterOf(system, word) : undefined;
    return field ? { title: word, words: fieldWords(field) } : alone ? said(word, SCENE_HELP) : undefined;
  }
  if (block === "ask" && alone) return said(word, ASK_HELP);
  if (block === "ask" && /^\s*pick\s*:\s*$/.test(before)) return said(word, PICK_HELP);
  return block === "do" || block === "ask" ? inScript(before, word, system) : undefined;
}

function inScript(before: string, word: string, system: System): Meaning | undefined {
  const begins = /(?:^|;|\safter|:)\s*$/.test(before);
  const operation = begins && Object.hasOwn(system.operations, word) ? system.operations[word] : undefined;
  if (operation !== undefined) {
    const fields = Object.entries(operation.arguments).map(
      ([name, field]) => `${name}: ${fieldWords(field as Field)}`,
    );
    return { title: signature(word, system), words: [operation.help, ...fields].join("\n") };
  }
  if (begins) return said(word, DRIVE_HELP);
  const field = /^\s*set\s+$/.test(before) ? parameterOf(system, word) : undefined;
  return field && { title: word, words: fieldWords(field) };
}

function invariant(word: string, { invariants }: System): Meaning | undefined {
  const found = invariants.find(({ id }) => id === word);
  return found && { title: word, words: `${found.words}.` };
}

function said(word: string, help: Readonly<Record<string, string>>): Meaning | undefined {
  const words = Object.hasOwn(help, word) ? help[word] : undefined;
  return words === undefined ? undefined : { title: word, words };
}

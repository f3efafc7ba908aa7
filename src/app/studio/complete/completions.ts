import type { System } from "../../../engine/index.ts";
import { type Context, contextAt, namesIn } from "../../../player/draft/check/context.ts";
import { BLOCKS } from "../../../scenario/parse/index.ts";
import { doCompletions, type StateOf } from "./do-completions.ts";
import {
  ASK_HELP,
  BLOCK_HELP,
  fieldWords,
  HEAD_HELP,
  PICK_HELP,
  parameterOf,
  SCENE_HELP,
} from "./words-of.ts";

/** One thing that may stand at a place. */
export interface Option {
  readonly label: string;
  /** What to write instead of the label; `#{…}` are places to be filled in. */
  readonly snippet?: string;
  /** A few words beside it. */
  readonly detail?: string;
  /** Sentences about it. */
  readonly info?: string;
  readonly kind: "block" | "system" | "parameter" | "operation" | "field" | "value" | "view" | "thread";
}

/** What may stand at a place, and how much of what stands before it is the beginning of it. */
export interface Completions {
  /** Characters of the line before the place that are replaced. */
  readonly length: number;
  readonly options: readonly Option[];
}

/** What a text may name, and what can be found out about it. */
export interface Facts {
  readonly systems: ReadonlyMap<string, System>;
  readonly views: readonly string[];
  readonly stateOf: StateOf;
}

/** What may stand at an offset into a text; undefined where anything may. */
export async function completionsAt(
  text: string,
  offset: number,
  facts: Facts,
): Promise<Completions | undefined> {
  const context = contextAt(text, offset);
  const found = await optionsIn(context, facts);
  return found === undefined || found.options.length === 0 ? undefined : found;
}

async function optionsIn(context: Context, facts: Facts): Promise<Completions | undefined> {
  if (context.kind === "head") {
    const names = Object.keys(HEAD_HELP).filter((name) => !context.present.includes(name));
    return /^\w*$/.test(context.before)
      ? { length: context.before.length, options: names.map((name) => entry(name, HEAD_HELP)) }
      : undefined;
  }
  if (context.kind === "prose") return proseOptions(context.before);
  const system = facts.systems.get(context.system ?? "");
  switch (context.block) {
    case "system":
      return systemOptions(context, system, facts.systems);
    case "look":
      return wordOf(context.before, viewOptions(facts.views, system, context.others));
    case "do":
      return system && doCompletions(context.before, { system, line: context.line, stateOf: facts.stateOf });
    case "ask":
      return system && askOptions(context, system, facts);
    default:
      return undefined;
  }
}

function proseOptions(before: string): Completions | undefined {
  if (/^(`{0,3}|~{0,3})\w*$/.test(before)) {
    const blocks = BLOCKS.map(
      (name): Option => ({
        label: `\`\`\`${name}`,
        snippet: `\`\`\`${name}\n\${}\n\`\`\`\n`,
        kind: "block",
        info: BLOCK_HELP[name] ?? "",
      }),
    );
    return { length: before.length, options: before === "" ? [...blocks, CHAPTER] : blocks };
  }
  return /^#{1,2}$/.test(before) ? { length: before.length, options: [CHAPTER] } : undefined;
}

const CHAPTER: Option = {
  label: "## 0:00 Title {#name}",
  snippet: "## 0:00 #{Title} {##{name}}\n",
  kind: "block",
  info: "A chapter: when it begins, its title, and its name in links.",
};

type Block = Extract<Context, { readonly kind: "block" }>;

function systemOptions(
  { above, others, before }: Block,
  system: System | undefined,
  systems: Facts["systems"],
): Completions | undefined {
  if (above.length === 0) {
    const options = [...systems.values()].map(
      ({ id, title, summary }): Option => ({ label: id, detail: title, info: summary, kind: "system" }),
    );
    return wordOf(before, options);
  }
  if (system === undefined) return undefined;
  const [, name, value] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(before) ?? [];
  if (name === undefined) {
    const present = namesIn(others);
    const parameters = Object.keys(system.parameters).map((label): Option => {
      const field = parameterOf(system, label);
      return { label, snippet: `${label}: `, kind: "parameter", info: field ? fieldWords(field) : "" };
    });
    const more = Object.keys(SCENE_HELP).map((label) => entry(label, SCENE_HELP));
    return wordOf(
      before,
      [...parameters, ...more].filter(({ label }) => !present.includes(label)),
    );
  }
  if (name === "broken") {
    const options = system.invariants.map(
      ({ id, words }): Option => ({ label: id, info: `${words}.`, kind: "value" }),
    );
    return { length: /[^\s,]*$/.exec(value ?? "")?.[0].length ?? 0, options };
  }
  const field = parameterOf(system, name);
  return field && { length: value?.length ?? 0, options: valuesOf(field) };
}

/** Values that an author may want to give a parameter or an argument. */
export function valuesOf(field: NonNullable<ReturnType<typeof parameterOf>>): Option[] {
  const usual = field.print(field.default as never);
  const info = fieldWords(field);
  const { range, options } = field;
  const named = options ?? (field.kind === "duration" ? ["none"] : []);
  const ends =
    range === undefined ? [] : [range.min, range.max].filter((value) => value !== Number.MAX_SAFE_INTEGER);
  const values = new Map<string, string>([[usual, "as usual"]]);
  for (const value of named) if (!values.has(value)) values.set(value, "");
  for (const [index, value] of ends.entries()) {
    const text = String(value);
    if (!values.has(text)) values.set(text, index === 0 ? "the least" : "the most");
  }
  return [...values].map(([label, detail]) => ({ label, detail, info, kind: "value" }));
}

function viewOptions(
  views: readonly string[],
  system: System | undefined,
  others: readonly string[],
): Option[] {
  const usual = system?.views ?? [];
  const present = others.map((line) => line.trim());
  return [...new Set([...usual.filter((view) => views.includes(view)), ...views])]
    .filter((view) => !present.includes(view))
    .map((label) => ({
      label,
      detail: usual.includes(label) ? `usual for ${system?.id}` : "",
      kind: "view",
    }));
}

async function askOptions(
  context: Block,
  system: System,
  { stateOf }: Facts,
): Promise<Completions | undefined> {
  const { before, others, line } = context;
  const around = { system, line, stateOf };
  const option = /^\s+"(?:[^"\\]|\\.)*"\s*:\s*(.*)$/.exec(before)?.[1];
  if (option !== undefined) return doCompletions(`expect ${option}`, around);
  const [, name, value = ""] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(before) ?? [];
  if (name === undefined) {
    const present = namesIn(others);
    const names = Object.keys(ASK_HELP).filter((each) => !present.includes(each));
    return wordOf(
      before,
      names.map((each) => entry(each, ASK_HELP)),
    );
  }
  if (name === "pick") {
    const picks = Object.entries(PICK_HELP).map(([label, info]): Option => ({ label, info, kind: "value" }));
    return wordOf(value, picks);
  }
  const operations =
    name === "after" ? value : name === "answer" ? /\safter\s+(.*)$/.exec(value)?.[1] : undefined;
  if (operations !== undefined) {
    return doCompletions(operations.slice(operations.lastIndexOf(";") + 1).trimStart(), {
      ...around,
      within: true,
    });
  }
  if (name !== "answer") return undefined;
  const path = /^(\S+)\s+(\w*)$/.exec(value);
  if (path === null) return doCompletions(`expect ${value}`, around);
  const after: Option = {
    label: "after",
    snippet: "after ",
    kind: "value",
    info: "Then the operations that the question is about.",
  };
  return { length: path[2]?.length ?? 0, options: [after] };
}

function entry(label: string, help: Readonly<Record<string, string>>): Option {
  return { label, snippet: `${label}: `, info: help[label] ?? "", kind: "parameter" };
}

/** Options for the word that a line ends with, when it is the only one. */
function wordOf(before: string, options: readonly Option[]): Completions | undefined {
  const word = before.trimStart();
  return /^[\w-]*$/.test(word) ? { length: word.length, options } : undefined;
}

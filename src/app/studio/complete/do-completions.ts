import type { Field, System } from "../../../engine/index.ts";
import type { StateAt } from "../../../player/draft/check/state-at.ts";
import { SIGNS } from "../../../scenario/index.ts";
import { driveWords } from "../../../scenario/parse/drive-line.ts";
import type { Completions, Option } from "./completions.ts";
import { valuesOf } from "./completions.ts";
import { DRIVE_HELP, fieldWords, parameterOf } from "./words-of.ts";

/** How things stand at a line of the text, under a path. */
export type StateOf = (line: number, path: string) => Promise<StateAt | null>;

interface Around {
  readonly system: System;
  readonly line: number;
  readonly stateOf: StateOf;
  /** The operations stand within another line: nothing is expected there. */
  readonly within?: boolean;
}

/** What may come next in a line of a script. */
export async function doCompletions(before: string, around: Around): Promise<Completions | undefined> {
  const line = before.trimStart();
  const words = line.split(/\s+/);
  const [first = ""] = words;
  const { system } = around;
  if (words.length === 1) return { length: first.length, options: firstWords(around) };
  const typed = words.at(-1) ?? "";
  if (first === "expect") return comparison(line.replace(/^expect\s+/, ""), around);
  const operation = Object.hasOwn(system.operations, first) ? system.operations[first] : undefined;
  if (operation !== undefined) {
    const field = Object.values(operation.arguments)[words.length - 2] as Field | undefined;
    if (field?.kind === "thread") return { length: typed.length, options: await threads(around) };
    return field && { length: typed.length, options: valuesOf(field) };
  }
  if (!driveWords(system).includes(first)) return undefined;
  if (first === "pick") return { length: typed.length, options: await threads(around) };
  if (first === "set") return setting(words, typed, system);
  return running(line, words, typed, around);
}

function firstWords({ system, within = false }: Around): Option[] {
  const operations = Object.entries(system.operations).map(([label, { help, arguments: fields }]): Option => {
    const needs = Object.entries(fields).map(([name, field]) => `${name}: ${fieldWords(field as Field)}`);
    const detail = Object.keys(fields).join(" ");
    return {
      label,
      snippet: detail === "" ? label : `${label} `,
      detail,
      info: [help, ...needs].join("\n"),
      kind: "operation",
    };
  });
  const drives = [...driveWords(system), ...(within ? [] : ["expect"])].map(
    (label): Option => ({ label, snippet: `${label} `, info: DRIVE_HELP[label] ?? "", kind: "operation" }),
  );
  return [...operations, ...drives];
}

async function threads({ line, stateOf }: Around): Promise<Option[]> {
  const state = await stateOf(line, "");
  return (state?.threads ?? []).map(({ name, doing }) => ({ label: name, detail: doing, kind: "thread" }));
}

function setting(words: readonly string[], typed: string, system: System): Completions | undefined {
  if (words.length === 2) {
    const options = (system.live ?? []).flatMap((label): Option[] => {
      const field = parameterOf(system, label);
      return field ? [{ label, snippet: `${label} `, info: fieldWords(field), kind: "parameter" }] : [];
    });
    return { length: typed.length, options };
  }
  const field = words.length === 3 ? parameterOf(system, words[1] ?? "") : undefined;
  return field && { length: typed.length, options: valuesOf(field) };
}

const RUNS: readonly Option[] = [
  {
    label: "until",
    snippet: "until ",
    info: "Goes on until something holds. Prefer it: it says what must become true.",
    kind: "value",
  },
  { label: "50 ms", info: "Lets virtual time pass.", kind: "value" },
  { label: "12 steps", info: "Makes so many of the smallest steps.", kind: "value" },
];

async function running(
  line: string,
  words: readonly string[],
  typed: string,
  around: Around,
): Promise<Completions | undefined> {
  if (words.length === 2) return { length: typed.length, options: RUNS };
  if (words[1] !== "until") {
    const units = ["ms", "steps"].map((label): Option => ({ label, kind: "value" }));
    return words.length === 3 ? { length: typed.length, options: units } : undefined;
  }
  const rest = line.replace(/^run\s+until\s+/, "");
  const [name = "", ...more] = rest.split(/\s+/);
  const found = await comparison(rest, around);
  if (more.length === 0) {
    return {
      length: found?.length ?? typed.length,
      options: [...(await threads(around)), ...(found?.options ?? [])],
    };
  }
  const state = await around.stateOf(around.line, "");
  const known = state?.threads.some((thread) => thread.name === name);
  if (known !== true) return found;
  const doings = [...new Set(state?.threads.map(({ doing }) => doing))].filter((doing) => doing !== "");
  const said = rest.slice(name.length).trimStart();
  return { length: said.length, options: doings.map((label) => ({ label, kind: "value" })) };
}

/** What may come next in `size = 8`: a field of what stands there now, a sign, or a value. */
async function comparison(text: string, { line, stateOf }: Around): Promise<Completions | undefined> {
  const path = /^[\w.[\]]*$/.exec(text)?.[0];
  if (path !== undefined) return fields(path, line, stateOf);
  const sign = /^([\w.[\]]+)\s+([=!<>]*)$/.exec(text);
  if (sign !== null) {
    return {
      length: sign[2]?.length ?? 0,
      options: SIGNS.map((label) => ({ label, snippet: `${label} `, kind: "value" })),
    };
  }
  const value = /^([\w.[\]]+)\s+[=!<>]+\s+(\S*)$/.exec(text);
  if (value === null) return undefined;
  const [, left = "", right = ""] = value;
  const { parent, name } = split(left);
  const now = (await stateOf(line, parent))?.fields.find((field) => field.name === name);
  const other = await fields(right, line, stateOf);
  const options: Option[] =
    now === undefined || now.value.endsWith("…")
      ? []
      : [{ label: now.value, detail: "as it is here", kind: "value" }];
  const isPath = /^[A-Za-z]/.test(right) || right === "";
  return {
    length: isPath ? (other?.length ?? right.length) : right.length,
    options: [...options, ...(isPath ? (other?.options ?? []) : [])],
  };
}

async function fields(path: string, line: number, stateOf: StateOf): Promise<Completions | undefined> {
  const { parent, name } = split(path);
  const state = await stateOf(line, parent);
  if (state === null) return undefined;
  const options = state.fields.map(
    (field): Option => ({ label: field.name, detail: field.value, kind: "field" }),
  );
  return { length: name.length, options };
}

/** `slots[3].ki` as what stands before the last field, and the beginning of that. */
function split(path: string): { readonly parent: string; readonly name: string } {
  const at = Math.max(path.lastIndexOf("."), path.lastIndexOf("[") - 1);
  if (at < 0) return { parent: "", name: path };
  return { parent: path.slice(0, path[at] === "." ? at : at + 1), name: path.slice(at + 1) };
}

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from "@codemirror/autocomplete";
import { completionsAt, type Facts, type Option } from "../complete/completions.ts";

/** A completion after which more can be completed at once. */
export interface GoingOn extends Completion {
  readonly goesOn: boolean;
}

/** Completions of an episode's text for the editor. */
export function completionSource(facts: Facts) {
  return async ({ state, pos, explicit }: CompletionContext): Promise<CompletionResult | null> => {
    const text = state.doc.toString();
    const found = await completionsAt(text, pos, facts);
    if (found === undefined) return null;
    const from = pos - found.length;
    const typed = text.slice(from, pos);
    const inProse = found.options.every(({ kind }) => kind === "block");
    if (!explicit && inProse && typed === "") return null;
    // What is whole already needs no list: Enter then ends the line.
    const whole = found.options.filter(({ label }) => label.startsWith(typed));
    if (!explicit && typed !== "" && whole.length === 1 && whole[0]?.label === typed) return null;
    return { from, options: found.options.map(completionOf) };
  };
}

function completionOf({ label, snippet: written, detail, info, kind }: Option): GoingOn {
  return {
    label,
    type: kind,
    goesOn: written?.endsWith(" ") === true,
    ...(detail ? { detail } : {}),
    ...(info ? { info: () => paragraphs(info) } : {}),
    ...(written === undefined ? {} : { apply: snippet(written) }),
  };
}

function paragraphs(text: string): HTMLElement {
  const all = document.createElement("div");
  for (const line of text.split("\n"))
    all.append(Object.assign(document.createElement("div"), { textContent: line }));
  return all;
}

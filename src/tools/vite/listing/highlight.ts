import { type BundledLanguage, createHighlighter, type Highlighter } from "shiki";
import type { Token } from "../../../scenario/index.ts";

let highlighter: Promise<Highlighter> | undefined;

/**
 * The tokens of code lines.
 *
 * @param around the line that must stand before the code for it to be read as what it is, such as `class X {`
 */
export async function highlight(
  lines: readonly string[],
  lang: Extract<BundledLanguage, "typescript" | "python">,
  around: string,
): Promise<Token[][]> {
  highlighter ??= createHighlighter({ langs: ["typescript", "python"], themes: ["github-light"] });
  const code = [around, ...lines].join("\n");
  const tokens = (await highlighter).codeToTokensBase(code, {
    lang,
    theme: "github-light",
    includeExplanation: "scopeName",
    // A listing must not depend on how busy the machine is: by default a slow line is left half read.
    tokenizeTimeLimit: 0,
  });
  return tokens.slice(1).map((line) => {
    const merged: Token[] = [];
    for (const { content, scopes } of line.flatMap(({ explanation }) => explanation ?? [])) {
      const kind = kindOf(content, scopes.map(({ scopeName }) => scopeName).reverse());
      const last = merged.at(-1);
      if (last?.kind === kind) merged[merged.length - 1] = { kind, text: last.text + content };
      else merged.push({ kind, text: content });
    }
    return merged;
  });
}

const KINDS: readonly (readonly [RegExp, Token["kind"]])[] = [
  [/^(punctuation\.definition\.)?comment/, "comment"],
  [/^punctuation\.definition\.string/, "string"],
  [/^string/, "string"],
  [/^constant\.numeric/, "number"],
  [/^constant\.language|^variable\.language|\.special\.self|\.language\.special/, "keyword"],
  [/^keyword\.operator\.(new|expression|logical\.python)|^keyword\.control|^storage/, "keyword"],
  [/^entity\.name\.type|^support\.(type|class)/, "type"],
  [/^entity\.name\.function|^support\.function|^meta\.function-call\.generic/, "function"],
];

/** @param scopes innermost first */
function kindOf(text: string, scopes: readonly string[]): Token["kind"] {
  if (!/\S/.test(text)) return "plain";
  const innermost = scopes[0] ?? "";
  const kind = KINDS.find(([pattern]) => pattern.test(innermost))?.[1] ?? "plain";
  // A grammar takes what stands behind `new` for a function.
  return kind === "function" && /^[A-Z]/.test(text) ? "type" : kind;
}

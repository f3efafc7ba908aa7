import type { Facts, Option } from "../../../src/app/studio/complete/completions.ts";
import { completionsAt } from "../../../src/app/studio/complete/completions.ts";
import { registry } from "../../../src/engine/index.ts";
import { stateAt } from "../../../src/player/draft/check/state-at.ts";

export const VIEWS = ["ring", "tape", "lanes", "metrics"];

/** A short episode, with `‸` where the cursor stands in its last block. */
export function episode(...blocks: string[]): string {
  return [
    "---",
    "title: Rings",
    "number: 7",
    "slug: rings",
    "summary: Round and round.",
    "duration: 10:00",
    "---",
    "",
    "## 0:00 The ring {#ring}",
    "",
    ...blocks,
  ].join("\n");
}

export function fence(kind: string, ...lines: string[]): string {
  return `\`\`\`${kind}\n${lines.join("\n")}\n\`\`\`\n`;
}

/** What the editor offers at the `‸` of a text, with the real state of the system there. */
export async function offered(
  text: string,
): Promise<{ readonly typed: string; readonly options: readonly Option[] }> {
  const at = text.indexOf("‸");
  const whole = text.replace("‸", "");
  const facts: Facts = {
    systems: registry,
    views: VIEWS,
    stateOf: async (line, path) => {
      const above = whole
        .split("\n")
        .slice(0, line - 1)
        .join("\n");
      return stateAt({ text: above, views: VIEWS, line, path }) ?? null;
    },
  };
  const found = await completionsAt(whole, at, facts);
  return {
    typed: whole.slice(at - (found?.length ?? 0), at),
    options: found?.options ?? [],
  };
}

export async function labels(text: string): Promise<string[]> {
  return (await offered(text)).options.map(({ label }) => label);
}

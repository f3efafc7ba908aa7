import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type CheckedEpisode, checkEpisode, formatProblem, type Names } from "../../scenario/parse/index.ts";

/**
 * The texts of episodes, checked. All chapters of a text ask for it, and checking runs it: a text that is right is
 * checked once.
 */
export class EpisodeTexts {
  readonly #root: string;
  readonly #checked = new Map<string, { readonly text: string; readonly checked: CheckedEpisode }>();

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
  }

  checked(path: string, known: Names): CheckedEpisode {
    const text = readFileSync(path, "utf8");
    const before = this.#checked.get(path);
    if (before?.text === text) return before.checked;
    const checked = checkEpisode(text, { file: relative(this.#root, path), ...known });
    if (checked.problems.length === 0) this.#checked.set(path, { text, checked });
    return checked;
  }

  /** What is wrong with a text, in words with all places, for whoever stops at it; undefined when nothing is. */
  complaint(path: string, { problems }: CheckedEpisode) {
    const [first] = problems;
    if (first === undefined) return undefined;
    const many = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const head = `${relative(this.#root, path)} has ${many}:`;
    const loc = { file: path, line: first.line, column: first.column - 1 };
    return { message: [head, ...problems.map(formatProblem)].join("\n"), id: path, loc };
  }
}

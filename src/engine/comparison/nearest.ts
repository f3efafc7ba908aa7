import { capital } from "./capital.ts";

/** The option most like a word, when one is like it enough to be what was meant. */
export function nearest(word: string, options: Iterable<string>): string | undefined {
  const tolerated = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = tolerated + 1;
  for (const option of options) {
    const distance = editDistance(word.toLowerCase(), option.toLowerCase());
    if (distance < least) [best, least] = [option, distance];
  }
  return best;
}

/**
 * What to say of a word that is none of the options: “there is no operation “pusj”; did you mean “push”? The
 * operations of ring-buffer are …”.
 *
 * @param what what the word should have named: “operation”
 * @param allowed how to introduce the options: “the operations of ring-buffer are”
 */
export function noSuch(what: string, word: string, allowed: string, options: Iterable<string>): string {
  const all = [...options];
  const near = nearest(word, all);
  const meant = near === undefined ? "" : `; did you mean “${near}”?`;
  const list = all.length === 0 ? `${allowed} none` : `${allowed} ${all.join(", ")}`;
  return `there is no ${what} “${word}”${meant === "" ? "; " : `${meant} `}${meant === "" ? list : capital(list)}`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(i - 2, j - 2) + 1);
      }
      row.push(least);
    }
  }
  return at(a.length, b.length);
}

/** Where in an episode's text a place is: that decides what may stand there. */
export type Context =
  | {
      readonly kind: "head";
      /** Names of the entries that are there already. */
      readonly present: readonly string[];
      readonly before: string;
    }
  | { readonly kind: "prose"; readonly before: string }
  | {
      readonly kind: "block";
      /** `system`, `look`, `do`, `ask`, … */
      readonly block: string;
      /** The system of the scene, as the text names it. */
      readonly system: string | undefined;
      /** The lines of the block with something in them, but for this one: those above it, and all. */
      readonly above: readonly string[];
      readonly others: readonly string[];
      /** This line up to the place. */
      readonly before: string;
      /** Counted from 1. */
      readonly line: number;
    };

interface Fence {
  readonly sign: string;
  readonly kind: string;
  readonly first: number;
}

/** The context of an offset into a text. */
export function contextAt(text: string, offset: number): Context {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  const before = lines.at(-1) ?? "";
  const here = lines.length - 1;
  const bodyFrom = headEnd(lines);
  if (bodyFrom === undefined) return { kind: "head", present: namesIn(lines.slice(1)), before };
  let system: string | undefined;
  let fence: Fence | undefined;
  for (let at = bodyFrom; at < here; at++) {
    const line = lines[at] ?? "";
    if (fence === undefined) {
      if (/^##\s/.test(line)) system = undefined;
      const [, sign, kind = ""] = /^\s*(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
      if (sign !== undefined) fence = { sign, kind, first: at + 1 };
      if (kind === "system") system = undefined;
    } else if (line.trim().startsWith(fence.sign) && /^\s*[`~]+\s*$/.test(line)) fence = undefined;
    else if (fence.kind === "system" && system === undefined && line.trim() !== "") system = line.trim();
  }
  if (fence === undefined) return { kind: "prose", before };
  const above = lines.slice(fence.first, here).filter((line) => line.trim() !== "");
  return {
    kind: "block",
    block: fence.kind,
    system,
    above,
    others: [...above, ...linesBelow(text, offset, fence.sign)],
    before,
    line: lines.length,
  };
}

/** The lines of a block below the one with the offset. */
function linesBelow(text: string, offset: number, sign: string): string[] {
  const [, ...below] = text.slice(offset).split(/\r\n|\n|\r/);
  const end = below.findIndex((line) => line.trim().startsWith(sign));
  return below.slice(0, end < 0 ? 0 : end).filter((line) => line.trim() !== "");
}

/** The line below the head; undefined while the head goes on. */
function headEnd(lines: readonly string[]): number | undefined {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---");
  return end < 0 || end === lines.length - 1 ? undefined : end + 1;
}

/** The names of `name: value` lines. */
export function namesIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^([A-Za-z][\w-]*)\s*:/.exec(line)?.[1] ?? []);
}

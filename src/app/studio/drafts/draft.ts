import { isRecord } from "../../storage/kept.ts";

/** An author's text, kept in this browser. */
export interface Draft {
  readonly id: string;
  readonly text: string;
  /** Where the cursor stands, as an offset. */
  readonly cursor: number;
  /** When it was changed last, in ms since 1970. */
  readonly changed: number;
  /** Grows with each change that is kept, so that two tabs notice each other. */
  readonly revision: number;
}

export const DRAFT_VERSION = 1;

/** A draft as it is kept. */
export function writeDraft({ text, cursor, changed, revision }: Draft): string {
  return JSON.stringify({ version: DRAFT_VERSION, value: { text, cursor, changed, revision } });
}

/** A draft that was kept; undefined for anything else, a draft of a newer version too. */
export function readDraft(id: string, kept: string): Draft | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(kept);
  } catch {
    return undefined;
  }
  if (!isRecord(stored) || stored.version !== DRAFT_VERSION || !isRecord(stored.value)) return undefined;
  const { text, cursor, changed, revision } = stored.value;
  if (typeof text !== "string") return undefined;
  return {
    id,
    text,
    cursor: isCount(cursor) && cursor <= text.length ? cursor : 0,
    changed: isCount(changed) ? changed : 0,
    revision: isCount(revision) ? revision : 1,
  };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** What an episode's text calls itself. */
export function titleOf(text: string): string {
  const head = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? "";
  const title = /^title[ \t]*:[ \t]+(.*)$/m
    .exec(head)?.[1]
    ?.trim()
    .replace(/^"(.*)"$/, "$1");
  return title === undefined || title === "" ? "Without a title" : title.slice(0, 120);
}

/** The name of a draft's file: its slug, or what its title makes of one. */
export function fileNameOf(text: string): string {
  const slug = /^slug[ \t]*:[ \t]+([a-z0-9-]+)[ \t]*$/m.exec(text)?.[1];
  const made = titleOf(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${(slug ?? made).slice(0, 60) || "episode"}.md`;
}

import { type Draft, readDraft, writeDraft } from "./draft.ts";

/** As much of `Storage` as drafts need. */
export type Drawer = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What became of a draft that was to be kept. */
export type Kept =
  | { readonly kind: "kept"; readonly draft: Draft }
  /** Another tab has changed it since; undefined when it was deleted there. Nothing was written. */
  | { readonly kind: "changed elsewhere"; readonly theirs: Draft | undefined }
  /** It lasts as long as this page. */
  | { readonly kind: "not kept"; readonly draft: Draft; readonly why: "full" | "blocked" };

/** What was kept under a draft's name and cannot be read: damaged, or of a newer version. It is left as it is. */
export interface Unreadable {
  readonly id: string;
  readonly kept: string;
}

const PREFIX = "invisible-linked-list/draft/";

/** The drafts of this browser. Nothing is written over that was not read before. */
export class Drafts {
  readonly #drawer: Drawer | undefined;
  readonly #now: () => number;
  /** Those that could not be written, by id. */
  readonly #unkept = new Map<string, Draft>();

  /**
   * @param drawer where they are kept; undefined where the browser keeps nothing
   * @param now ms since 1970
   */
  constructor(drawer: Drawer | undefined, now: () => number) {
    this.#drawer = drawer;
    this.#now = now;
  }

  /** All that can be read, the one changed last first, and what cannot be read. */
  list(): { readonly drafts: readonly Draft[]; readonly unreadable: readonly Unreadable[] } {
    const drafts = new Map<string, Draft>();
    const unreadable: Unreadable[] = [];
    for (const id of this.#ids()) {
      const kept = this.#drawer?.getItem(PREFIX + id) ?? "";
      const draft = readDraft(id, kept);
      if (draft === undefined) unreadable.push({ id, kept });
      else drafts.set(id, draft);
    }
    for (const [id, draft] of this.#unkept) drafts.set(id, draft);
    const sorted = [...drafts.values()].sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1));
    return { drafts: sorted, unreadable };
  }

  read(id: string): Draft | undefined {
    return this.#unkept.get(id) ?? this.#stored(id);
  }

  /** A new draft. @param id one that no draft has */
  add(id: string, text: string): Kept {
    return this.#write({ id, text, cursor: 0, changed: this.#now(), revision: 1 });
  }

  /** Keep a draft's new text and cursor. @param draft as it was read or kept last */
  keep(draft: Draft, text: string, cursor: number): Kept {
    const stored = this.#stored(draft.id);
    const isOurs = stored === undefined ? this.#unkept.has(draft.id) : stored.revision === draft.revision;
    if (!isOurs) return { kind: "changed elsewhere", theirs: stored };
    if (text === draft.text) return this.#write({ ...draft, cursor });
    return this.#write({ ...draft, text, cursor, changed: this.#now(), revision: draft.revision + 1 });
  }

  /** Keep it, whatever stands there now. */
  insist(draft: Draft, text: string, cursor: number): Kept {
    const revision = Math.max(draft.revision, this.#stored(draft.id)?.revision ?? 0) + 1;
    return this.#write({ ...draft, text, cursor, changed: this.#now(), revision });
  }

  /** Put back one that was removed. */
  putBack(draft: Draft): Kept {
    return this.#write(draft);
  }

  remove(id: string): void {
    this.#unkept.delete(id);
    this.#drawer?.removeItem(PREFIX + id);
  }

  /** The draft that a change of the browser's storage is about, if it is about one. */
  static idOf(key: string | null): string | undefined {
    return key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
  }

  #write(draft: Draft): Kept {
    try {
      if (this.#drawer === undefined) return this.#unwritten(draft, "blocked");
      this.#drawer.setItem(PREFIX + draft.id, writeDraft(draft));
    } catch {
      return this.#unwritten(draft, "full");
    }
    this.#unkept.delete(draft.id);
    return { kind: "kept", draft };
  }

  /** What was kept before stays; the next time it is tried again, from there. */
  #unwritten(draft: Draft, why: "full" | "blocked"): Kept {
    const revision = this.#stored(draft.id)?.revision ?? draft.revision;
    const held = { ...draft, revision };
    this.#unkept.set(draft.id, held);
    return { kind: "not kept", draft: held, why };
  }

  #stored(id: string): Draft | undefined {
    const kept = this.#drawer?.getItem(PREFIX + id) ?? null;
    return kept === null ? undefined : readDraft(id, kept);
  }

  #ids(): string[] {
    const drawer = this.#drawer;
    if (drawer === undefined) return [];
    const keys = Array.from({ length: drawer.length }, (_, index) => drawer.key(index));
    return keys.flatMap((key) => Drafts.idOf(key) ?? []);
  }
}

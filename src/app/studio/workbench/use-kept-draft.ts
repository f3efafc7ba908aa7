import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { browserDrafts } from "../drafts/browser-drafts.ts";
import type { Draft } from "../drafts/draft.ts";
import { Drafts, type Kept } from "../drafts/drafts.ts";
import type { TextEditor } from "../editor/text-editor.ts";

/** How the draft stands with what is kept of it. */
export type Standing =
  | { readonly kind: "kept" }
  | { readonly kind: "changing" }
  | { readonly kind: "not kept"; readonly why: "full" | "blocked" }
  | { readonly kind: "changed elsewhere"; readonly theirs: Draft | undefined };

const REST = 400;

export interface KeptDraft {
  readonly standing: Standing;
  /** The text or the cursor has changed: keep it soon. */
  readonly later: () => void;
  readonly now: () => void;
  /** In a conflict: what is in this editor stays, and is kept. */
  readonly keepMine: () => void;
  /** In a conflict: the other tab's text takes its place. */
  readonly takeTheirs: () => void;
}

/** Keeps a draft as it is written, and notices when another tab writes it too. */
export function useKeptDraft(
  first: Draft,
  editor: RefObject<TextEditor | null>,
  onReplaced: (text: string) => void,
): KeptDraft {
  const draft = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [standing, stand] = useState<Standing>({ kind: "kept" });
  const conflict = useRef(false);

  const settle = useCallback((kept: Kept) => {
    conflict.current = kept.kind === "changed elsewhere";
    if (kept.kind !== "changed elsewhere") draft.current = kept.draft;
    stand(kept.kind === "kept" ? { kind: "kept" } : kept);
  }, []);

  const now = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { current } = editor;
    if (current === null || conflict.current) return;
    settle(browserDrafts.keep(draft.current, current.text, current.cursor));
  }, [editor, settle]);

  const later = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(now, REST);
    stand((before) => (before.kind === "kept" ? { kind: "changing" } : before));
  }, [now]);

  const adopt = useCallback(
    (theirs: Draft) => {
      conflict.current = false;
      draft.current = theirs;
      editor.current?.replace(theirs.text);
      stand({ kind: "kept" });
      onReplaced(theirs.text);
    },
    [editor, onReplaced],
  );

  useEffect(() => {
    const changed = ({ key }: StorageEvent) => {
      if (Drafts.idOf(key) !== draft.current.id) return;
      const theirs = browserDrafts.read(draft.current.id);
      if (theirs?.revision === draft.current.revision) return;
      const clean = editor.current?.text === draft.current.text;
      if (clean && theirs !== undefined) adopt(theirs);
      else settle({ kind: "changed elsewhere", theirs });
    };
    const leave = () => {
      if (timer.current !== undefined) now();
    };
    const hide = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("storage", changed);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      leave();
      window.removeEventListener("storage", changed);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [editor, now, adopt, settle]);

  const atRisk = standing.kind === "not kept" || standing.kind === "changed elsewhere";
  useEffect(() => {
    if (!atRisk) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [atRisk]);

  return {
    standing,
    later,
    now,
    keepMine: () => {
      const { current } = editor;
      if (current !== null) settle(browserDrafts.insist(draft.current, current.text, current.cursor));
    },
    takeTheirs: () => {
      if (standing.kind === "changed elsewhere" && standing.theirs !== undefined) adopt(standing.theirs);
    },
  };
}

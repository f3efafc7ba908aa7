import { useCallback, useEffect, useRef, useState } from "react";
import { registry } from "../../../engine/systems/registry.ts";
import type { CheckedText } from "../../../player/draft/check/checker.ts";
import { viewIds } from "../../../player/loading/play-module.ts";
import type { Problem } from "../../../scenario/problem.ts";
import { Header } from "../../header/header.tsx";
import { type Draft, fileNameOf, titleOf } from "../drafts/draft.ts";
import { TextEditor } from "../editor/text-editor.ts";
import { Preview } from "../preview/preview.tsx";
import { linesOfStep, placeAt, type TextPlace } from "../preview/text-place.ts";
import { ShareDialog } from "../share/share-dialog.tsx";
import { Divider } from "./divider.tsx";
import { download } from "./download.ts";
import { type Pane, PaneTabs } from "./pane-tabs.tsx";
import { ProblemList, summary } from "./problem-list.tsx";
import { Conflict, StandingWords } from "./standing-words.tsx";
import { useCheckedText } from "./use-checked-text.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useWide } from "./use-wide.ts";
import "./workbench.css";

/** Where an episode is written: its text, what it looks like, and what is wrong with it. */
export function Workbench({ draft }: { readonly draft: Draft }) {
  const editor = useRef<TextEditor | null>(null);
  const [title, setTitle] = useState(titleOf(draft.text));
  const [share, setShare] = useState(50);
  const [pane, setPane] = useState<Pane>("text");
  const [sharing, setSharing] = useState(false);
  const wide = useWide();
  const { checked, later: checkLater, stateAt } = useCheckedText();
  const latest = useRef<CheckedText>(undefined);
  const [place, setPlace] = useState<TextPlace>();
  const placeHere = useCallback(() => placeAt(latest.current?.chapters ?? [], editor.current?.line ?? 1), []);

  const check = useCallback(
    (text: string) => {
      setTitle(titleOf(text));
      checkLater(text, () => placeHere()?.chapter);
    },
    [checkLater, placeHere],
  );
  const kept = useKeptDraft(draft, editor, check);

  // What the editor calls later must be what is meant then.
  const doings = useRef({ check, kept, stateAt });
  doings.current = { check, kept, stateAt };

  const mount = useCallback(
    (box: HTMLElement | null) => {
      if (box === null) return undefined;
      const made = new TextEditor(box, {
        text: draft.text,
        cursor: draft.cursor,
        facts: {
          systems: registry,
          views: viewIds,
          stateOf: (line, path) => doings.current.stateAt(made.text, line, path),
        },
        onText: (text) => {
          doings.current.check(text);
          doings.current.kept.later();
        },
        onCursor: () => {
          doings.current.kept.later();
          // While the text is ahead of what was checked, the lines of the check are not those of the text.
          if (latest.current?.text === made.text) setPlace(placeHere());
        },
      });
      editor.current = made;
      doings.current.check(draft.text);
      return () => {
        editor.current = null;
        made.destroy();
      };
    },
    [draft, placeHere],
  );

  useEffect(() => {
    latest.current = checked;
    const { current } = editor;
    if (checked === undefined || current === null || checked.text !== current.text) return;
    current.show(checked.problems);
    setPlace((before) => {
      const now = placeHere();
      return before !== undefined && now !== undefined && same(before, now) ? before : now;
    });
  }, [checked, placeHere]);

  useEffect(() => {
    if (checked?.text !== editor.current?.text) return;
    const lines = place && linesOfStep(checked?.chapters ?? [], place);
    editor.current?.showStep(lines ?? null);
  }, [place, checked]);

  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      doings.current.kept.now();
    };
    window.addEventListener("keydown", keep, { capture: true });
    return () => window.removeEventListener("keydown", keep, { capture: true });
  }, []);

  const follow = useCallback((there: Omit<TextPlace, "done">) => {
    const lines = linesOfStep(latest.current?.chapters ?? [], there);
    const { current } = editor;
    if (lines === undefined || current === null || current.hasFocus) return;
    if (latest.current?.text !== current.text) return;
    current.goTo(lines.first);
    current.showStep(lines);
  }, []);

  const go = ({ line, column }: Problem) => {
    setPane("text");
    // The pane must be there before it can have the focus.
    requestAnimationFrame(() => editor.current?.goTo(line, column, true));
  };

  const fix = (problem: Problem) => {
    setPane("text");
    editor.current?.fix(problem);
  };

  const shows = (one: Pane) => wide || pane === one;
  const role = wide ? undefined : "tabpanel";
  return (
    <>
      <title>{`${title} · The studio`}</title>
      <Header />
      <main
        className={`studio ${wide ? "wide" : "narrow"}`}
        style={
          wide ? { gridTemplateColumns: `minmax(0, ${share}fr) 9px minmax(0, ${100 - share}fr)` } : undefined
        }
      >
        <div className="studio-bar">
          <a className="button quiet" href="#/studio">
            Drafts
          </a>
          <h1 title={title}>{title}</h1>
          <StandingWords standing={kept.standing} />
          <button
            type="button"
            className="button"
            onClick={() => {
              const text = editor.current?.text ?? draft.text;
              download(fileNameOf(text), text);
            }}
          >
            Download
          </button>
          <button type="button" className="button primary" onClick={() => setSharing(true)}>
            Share
          </button>
        </div>
        <Conflict {...kept} />
        {!wide && (
          <PaneTabs
            open={pane}
            onOpen={setPane}
            titles={{ text: "Text", preview: "Preview", problems: summary(checked) }}
          />
        )}
        <section
          id="pane-text"
          className="studio-text"
          role={role}
          aria-label="Text"
          hidden={!shows("text")}
          ref={mount}
        />
        {wide && <Divider share={share} onShare={setShare} />}
        <section
          id="pane-preview"
          className="studio-preview"
          role={role}
          aria-label="Preview"
          hidden={!shows("preview")}
        >
          {shows("preview") && <Preview checked={checked} place={place} onPlace={follow} />}
        </section>
        <section
          id="pane-problems"
          className="studio-problems"
          role={role}
          aria-label="Problems of the text"
          hidden={!shows("problems")}
        >
          <ProblemList checked={checked} onGo={go} onFix={fix} />
        </section>
      </main>
      {sharing && (
        <ShareDialog
          text={editor.current?.text ?? draft.text}
          checked={checked}
          onClose={() => setSharing(false)}
        />
      )}
    </>
  );
}

function same(a: TextPlace, b: TextPlace): boolean {
  return a.chapter === b.chapter && a.step === b.step && a.done === b.done;
}

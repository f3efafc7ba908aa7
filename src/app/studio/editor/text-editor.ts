import {
  acceptCompletion,
  autocompletion,
  completionKeymap,
  completionStatus,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState } from "@codemirror/state";
import {
  type Command,
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Problem } from "../../../scenario/problem.ts";
import type { Facts } from "../complete/completions.ts";
import { helpAt } from "../complete/help-at.ts";
import { completionSource, type GoingOn } from "./completion-source.ts";
import { editorTheme } from "./editor-theme.ts";
import { episodeLanguage } from "./episode-language.ts";
import { diagnosticsOf, writeMeant } from "./problems.ts";
import { showStep, stepOnShow } from "./step-on-show.ts";

export interface TextEditorOptions {
  readonly text: string;
  readonly cursor: number;
  readonly facts: Facts;
  readonly onText: (text: string) => void;
  /** The author has moved the cursor: to a line, counted from 1. */
  readonly onCursor: (line: number) => void;
}

/** Changes that the author did not make in the editor. */
const fromOutside = Annotation.define<true>();

/**
 * The editor of an episode's text. It stands in a shadow root: there a style sheet may be made by a script also where a
 * page's Content-Security-Policy allows no inline styles.
 */
export class TextEditor {
  readonly #host: HTMLElement;
  readonly #view: EditorView;

  constructor(parent: HTMLElement, { text, cursor, facts, onText, onCursor }: TextEditorOptions) {
    this.#host = document.createElement("div");
    this.#host.className = "text-editor";
    parent.append(this.#host);
    const root = this.#host.attachShadow({ mode: "open" });
    // Seen from outside, keys pressed in here seem to be pressed on the host: nobody must take them for the player's.
    this.#host.addEventListener("keydown", (event) => event.stopPropagation());
    const changes = EditorView.updateListener.of((update) => {
      const outside = update.transactions.some((transaction) => transaction.annotation(fromOutside));
      if (update.docChanged && !outside) onText(update.state.doc.toString());
      if ((update.selectionSet || update.docChanged) && !outside) onCursor(this.line);
    });
    const anchor = Math.min(cursor, text.length);
    this.#view = new EditorView({
      root,
      parent: root as unknown as HTMLElement,
      state: EditorState.create({
        doc: text,
        selection: { anchor: 0 },
        extensions: [
          lineNumbers(),
          lintGutter(),
          highlightActiveLineGutter(),
          highlightSpecialChars({ addSpecialChars: /[\u202a-\u202e\u2066-\u2069]/g }),
          history(),
          drawSelection(),
          highlightSelectionMatches(),
          EditorView.lineWrapping,
          EditorState.tabSize.of(2),
          EditorView.contentAttributes.of({ "aria-label": "Text of the episode", tabindex: "0" }),
          episodeLanguage,
          stepOnShow,
          autocompletion({
            override: [completionSource(facts)],
            icons: false,
            activateOnCompletion: (completion) => (completion as GoingOn).goesOn,
          }),
          help(facts),
          keymap.of([
            { key: "Tab", run: acceptOffered },
            ...completionKeymap,
            ...searchKeymap,
            ...lintKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          editorTheme,
          changes,
        ],
      }),
    });
    this.#view.dispatch({
      selection: { anchor: Math.min(anchor, this.#view.state.doc.length) },
      annotations: fromOutside.of(true),
      effects: EditorView.scrollIntoView(Math.min(anchor, this.#view.state.doc.length), { y: "center" }),
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** The cursor's place as an offset. */
  get cursor(): number {
    return this.#view.state.selection.main.head;
  }

  /** The cursor's line, counted from 1. */
  get line(): number {
    return this.#view.state.doc.lineAt(this.cursor).number;
  }

  get hasFocus(): boolean {
    return this.#view.hasFocus;
  }

  /** Show another text, as another tab has made it. */
  replace(text: string): void {
    const { doc } = this.#view.state;
    this.#view.dispatch({
      changes: { from: 0, to: doc.length, insert: text },
      annotations: fromOutside.of(true),
    });
  }

  show(problems: readonly Problem[]): void {
    const { state } = this.#view;
    this.#view.dispatch(setDiagnostics(state, diagnosticsOf(problems, state.doc)));
  }

  /** Mark the lines of the step on show. */
  showStep(lines: { readonly first: number; readonly last: number } | null): void {
    this.#view.dispatch({ effects: showStep.of(lines) });
  }

  /** Put the cursor somewhere. @param follow whether that is the author's own wish, to be followed by the preview */
  goTo(line: number, column = 1, follow = false): void {
    const { doc } = this.#view.state;
    const found = doc.line(Math.min(Math.max(1, line), doc.lines));
    const anchor = Math.min(found.from + column - 1, found.to);
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
      ...(follow ? {} : { annotations: fromOutside.of(true) }),
    });
    if (follow) this.#view.focus();
  }

  /** Write what a problem's message says was meant. */
  fix({ line, message }: Problem): void {
    const { doc } = this.#view.state;
    writeMeant(this.#view, message, doc.line(Math.min(line, doc.lines)).from);
  }

  destroy(): void {
    this.#view.destroy();
    this.#host.remove();
  }
}

/** A list that has only just come takes no key yet. Tab is then no way out of the editor: it was meant for the list. */
const acceptOffered: Command = (view) => acceptCompletion(view) || completionStatus(view.state) === "active";

function help({ systems }: Facts) {
  return hoverTooltip((view, pos) => {
    const found = helpAt(view.state.doc.toString(), pos, systems);
    if (found === undefined) return null;
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => {
        const dom = document.createElement("div");
        dom.className = "cm-help";
        dom.append(Object.assign(document.createElement("strong"), { textContent: found.title }));
        for (const line of found.words.split("\n")) {
          dom.append(Object.assign(document.createElement("span"), { textContent: line }));
        }
        return { dom };
      },
    };
  });
}

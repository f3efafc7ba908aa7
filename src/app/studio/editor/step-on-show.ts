import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** The lines of the step that the preview shows, counted from 1; null for none. */
export const showStep = StateEffect.define<{ readonly first: number; readonly last: number } | null>();

const mark = Decoration.line({ class: "cm-step-on-show" });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let next = shown.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(showStep)) continue;
      const { doc } = transaction.state;
      const { first, last } = effect.value ?? { first: 1, last: 0 };
      const marks = [];
      for (let line = first; line <= Math.min(last, doc.lines); line++)
        marks.push(mark.range(doc.line(line).from));
      next = Decoration.set(marks);
    }
    return next;
  },
  provide: (shown) => EditorView.decorations.from(shown),
});

/** Marks the lines of the step on show. */
export const stepOnShow: Extension = field;

import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Problem } from "../../../scenario/problem.ts";
import { fixOf } from "./quick-fix.ts";

/** Problems as the editor shows them: what each is about is underlined, and what was meant is offered. */
export function diagnosticsOf(problems: readonly Problem[], doc: Text): Diagnostic[] {
  return problems.map((problem) => {
    const line = doc.line(Math.min(Math.max(1, problem.line), doc.lines));
    const column = Math.min(problem.column - 1, line.text.length);
    const word = /^\S+/.exec(line.text.slice(column))?.[0] ?? "";
    const from = line.from + column;
    const { message } = problem;
    const fix = fixOf(message, line.text, column);
    const apply = (view: EditorView, at: number) => writeMeant(view, message, at);
    return {
      from,
      to: from + word.length,
      severity: "error",
      message,
      actions: fix === undefined ? [] : [{ name: `Write “${fix.insert}”`, apply }],
    };
  });
}

/** Write what a problem's message says was meant, in the line at an offset. */
export function writeMeant(view: EditorView, message: string, at: number): void {
  const line = view.state.doc.lineAt(at);
  const fix = fixOf(message, line.text, 0);
  if (fix === undefined) return;
  const [from, to] = [line.from + fix.from, line.from + fix.to];
  view.dispatch({ changes: { from, to, insert: fix.insert }, userEvent: "input.fix" });
  view.focus();
}

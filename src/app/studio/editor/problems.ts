import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { Problem } from "../../../scenario/problem.ts";
import { fixOf } from "./quick-fix.ts";

/** Problems as the editor shows them: what each is about is underlined, and what was meant is offered. */
export function diagnosticsOf(problems: readonly Problem[], doc: Text): Diagnostic[] {
  return problems.map((problem) => {
    const line = doc.line(Math.min(Math.max(1, problem.line), doc.lines));
    const column = Math.min(problem.column - 1, line.text.length);
    const word = /^\S+/.exec(line.text.slice(column))?.[0] ?? "";
    const from = line.from + column;
    const fix = fixOf(problem.message, line.text, column);
    return {
      from,
      to: from + word.length,
      severity: "error",
      message: problem.message,
      actions:
        fix === undefined
          ? []
          : [
              {
                name: `Write “${fix.insert}”`,
                apply: (view, at) => {
                  const here = view.state.doc.lineAt(at);
                  const now = fixOf(problem.message, here.text, 0);
                  if (now === undefined) return;
                  const [start, end] = [here.from + now.from, here.from + now.to];
                  view.dispatch({
                    changes: { from: start, to: end, insert: now.insert },
                    userEvent: "input.fix",
                  });
                  view.focus();
                },
              },
            ],
    };
  });
}

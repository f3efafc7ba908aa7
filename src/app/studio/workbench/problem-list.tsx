import { useMemo } from "react";
import type { CheckedText } from "../../../player/draft/check/checker.ts";
import type { Problem } from "../../../scenario/problem.ts";
import { fixOf } from "../editor/quick-fix.ts";

/** More than these are not all listed: the first ones must be put right anyway. */
const MOST = 100;

interface ProblemListProps {
  readonly checked: CheckedText | undefined;
  readonly onGo: (problem: Problem) => void;
  /** Write what was meant. */
  readonly onFix: (problem: Problem) => void;
}

/** Everything that is wrong with the text; each leads to its place. */
export function ProblemList({ checked, onGo, onFix }: ProblemListProps) {
  const problems = checked?.problems ?? [];
  const lines = useMemo(() => (checked?.text ?? "").split("\n"), [checked?.text]);
  return (
    <>
      <div className="problems-title" role="status">
        <h2>{summary(checked)}</h2>
      </div>
      <div role="log" aria-label="Problems">
        <ol className="problems">
          {problems.slice(0, MOST).map((problem) => (
            <li key={`${problem.line}:${problem.column} ${problem.message}`}>
              <button type="button" className="problem" onClick={() => onGo(problem)}>
                <span className="problem-place">
                  {problem.line}:{problem.column}
                </span>
                <span>{problem.message}</span>
              </button>
              <Fix problem={problem} line={lines[problem.line - 1] ?? ""} onFix={onFix} />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

interface FixProps {
  readonly problem: Problem;
  readonly line: string;
  readonly onFix: (problem: Problem) => void;
}

function Fix({ problem, line, onFix }: FixProps) {
  const fix = fixOf(problem.message, line, problem.column - 1);
  if (fix === undefined) return null;
  return (
    <button type="button" className="button problem-fix" onClick={() => onFix(problem)}>
      Write “{fix.insert}”
    </button>
  );
}

/** `2 problems`; what is known so far. */
export function summary(checked: CheckedText | undefined): string {
  const count = checked?.problems.length ?? 0;
  const found =
    count === 0 ? "No problems" : count === 1 ? "1 problem" : `${count.toLocaleString("en")} problems`;
  if (checked?.done === true) return found;
  return count === 0 ? "Checking…" : `${found} so far`;
}

import type { Problem } from "../../../scenario/problem.ts";
import type { CheckedText } from "../check/checker.ts";

/** More than these are not all listed: the first ones must be put right anyway. */
const MOST = 100;

interface ProblemListProps {
  readonly checked: CheckedText | undefined;
  readonly onGo: (problem: Problem) => void;
}

/** Everything that is wrong with the text; each leads to its place. */
export function ProblemList({ checked, onGo }: ProblemListProps) {
  const problems = checked?.problems ?? [];
  return (
    <>
      <h2 className="problems-title" role="status">
        {summary(checked)}
      </h2>
      <div role="log" aria-label="Problems">
        <ol className="problems">
          {problems.slice(0, MOST).map((problem) => (
            <li key={`${problem.line}:${problem.column} ${problem.message}`}>
              <button type="button" onClick={() => onGo(problem)}>
                <span className="problem-place">
                  {problem.line}:{problem.column}
                </span>
                <span>{problem.message}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </>
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

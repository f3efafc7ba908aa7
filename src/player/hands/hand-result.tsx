import { operationsBegun } from "../line/line.ts";
import { operationText, resultText } from "../panels/operation-text.ts";
import { type PlayerState, shownPosition } from "../store/player-state.ts";
import { useReadingState } from "../store/use-reading-state.ts";

/** What the last operation gave back: `push T12 → true`; an operation that gives nothing back is named alone. */
export function HandResult() {
  const text = lastResult(useReadingState());
  return (
    <output className="hand-result" aria-label="Result" title={text}>
      {text}
    </output>
  );
}

function lastResult(state: PlayerState): string {
  if (state.hand === null) return "";
  const { line } = state.hand;
  const begun = operationsBegun(line, shownPosition(state));
  if (begun <= state.hand.given) return "";
  const { cause } = line.at(line.operation(begun - 1).to).frame;
  const result = resultText(cause);
  // What is done to a run with a clock gives nothing back; a queue's own `undefined` is an answer.
  const clocked = line.recording().setup.system.kernel !== undefined;
  const nothing = clocked && cause.mark === "return" && cause.detail.result === undefined;
  return result === "" || nothing ? operationText(cause) : `${operationText(cause)} → ${result}`;
}

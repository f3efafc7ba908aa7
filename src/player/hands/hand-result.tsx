import { operationsBegun } from "../line/line.ts";
import { operationText, resultText } from "../panels/operation-text.ts";
import { type PlayerState, shownPosition } from "../store/player-state.ts";
import { usePlayerState } from "../store/use-player.ts";

/** What the last operation gave back: `push T12 → true`. */
export function HandResult() {
  const text = usePlayerState(lastResult);
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
  return result === "" ? operationText(cause) : `${operationText(cause)} → ${result}`;
}

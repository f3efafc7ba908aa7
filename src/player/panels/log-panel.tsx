import { useEffect, useRef, useState } from "react";
import { operationsBegun } from "../line/line.ts";
import { logAt } from "../picture/picture-at.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { usePlayer } from "../store/use-player.ts";
import { useReadingState } from "../store/use-reading-state.ts";
import "./log-panel.css";
import { operationText, resultText } from "./operation-text.ts";

/** How many operations are listed at first, and how many more at a time. */
const SHOWN = 50;

/** What was done so far, in words, the newest last. Each line leads to its place. */
export function LogPanel() {
  const player = usePlayer();
  const end = useRef<HTMLLIElement>(null);
  const [shown, setShown] = useState(SHOWN);
  const state = useReadingState();
  const line = lineOf(state);
  const position = shownPosition(state);
  const begun = operationsBegun(line, position);
  useEffect(() => {
    if (begun > 0) end.current?.scrollIntoView?.({ block: "nearest" });
  }, [begun]);
  if (begun === 0) return <p className="panel-words">Nothing has been done yet.</p>;
  const first = Math.max(0, begun - shown);
  return (
    <div className="log">
      {first > 0 && (
        <button type="button" className="link" onClick={() => setShown(shown + SHOWN)}>
          Show earlier operations ({first} more)
        </button>
      )}
      <ol start={first + 1}>
        {Array.from({ length: begun - first }, (_, at) => {
          const index = first + at;
          const { from, to } = line.operation(index);
          const last = index === begun - 1;
          const place = last ? Math.min(position, to) : to;
          const { cause } = line.at(place).frame;
          const result = resultText(cause);
          return (
            <li key={index} ref={last ? end : undefined} aria-current={last ? "true" : undefined}>
              <button type="button" onClick={() => player.go(place === position ? from : to)}>
                {cause.process === undefined && (
                  <span className="log-operation">
                    {operationText(cause)}
                    {result !== "" && <span className="log-result"> → {result}</span>}
                  </span>
                )}
                <span className="log-words">{withoutName(logAt(state, place), operationText(cause))}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The operation stands above its words; it need not be said twice. */
function withoutName(words: string, operation: string): string {
  const rest = words.startsWith(`${operation}: `) ? words.slice(operation.length + 2) : words;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

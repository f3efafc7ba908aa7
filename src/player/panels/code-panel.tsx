import { type CSSProperties, memo, useCallback, useEffect, useRef } from "react";
import type { Token } from "../../scenario/index.ts";
import { usePlayer } from "../store/use-player.ts";
import { useReadingState } from "../store/use-reading-state.ts";
import { codeFailed, codeOnShow } from "./code-on-show.ts";
import "./code-panel.css";
import { bringInSight, onceLaidOut } from "./rows-in-sight.ts";

/** The source that is running, with the line lit that did what is on show. */
export function CodePanel({ language }: { readonly language: "typescript" | "python" }) {
  const player = usePlayer();
  const lit = useRef<HTMLElement>(null);
  useEffect(() => player.supply.showCode(), [player]);
  const state = useReadingState();
  const code = codeOnShow(state, language);
  useEffect(() => {
    const { current } = lit;
    if (code?.line === null || current === null) return;
    return onceLaidOut(current, () => bringInSight(current));
  }, [code?.line]);
  // The text of another size, or the panel, puts the line elsewhere.
  const watched = useCallback((pre: HTMLElement | null) => {
    if (typeof ResizeObserver === "undefined" || pre === null) return;
    const observer = new ResizeObserver(() => lit.current !== null && bringInSight(lit.current));
    observer.observe(pre);
    observer.observe(pre.closest("[role=tabpanel]") ?? pre);
    return () => observer.disconnect();
  }, []);
  if (code === undefined) return <Absent failed={codeFailed(state)} />;
  return (
    <pre ref={watched} className={code.tags.size > 0 ? "code tagged" : "code"}>
      <code>
        {numbered(code.method.lines).map(([number, tokens]) => (
          <span
            key={number}
            ref={number === code.line ? lit : undefined}
            className={number === code.line ? "code-line lit" : "code-line"}
            aria-current={number === code.line ? "true" : undefined}
            style={{ "--indent": indentOf(tokens) } as CSSProperties}
          >
            <Tags names={code.tags.get(number)} />
            <Tokens tokens={tokens} />
            {"\n"}
          </span>
        ))}
      </code>
    </pre>
  );
}

/** What stands where there is no code yet. */
function Absent({ failed }: { readonly failed: boolean }) {
  const player = usePlayer();
  if (!failed) return <p className="panel-words">The code is on its way …</p>;
  return (
    <p className="panel-words">
      The code could not be loaded.{" "}
      <button type="button" className="link" onClick={() => player.supply.restock()}>
        Try again
      </button>
    </p>
  );
}

/** How many characters a line is indented by: where it is wrapped, it goes on further in than that. */
function indentOf([first]: readonly Token[]): number {
  return /^ */.exec(first?.text ?? "")?.[0].length ?? 0;
}

/** More than that at one line are told by their number. */
const NAMED = 2;
/** The margin has room for so many characters. */
const ROOM = 7;

/** Which threads stand at a line, in its margin. */
function Tags({ names = [] }: { readonly names: readonly string[] | undefined }) {
  if (names.length === 0) return null;
  const named = names.length > NAMED ? `${names[0]} +${names.length - 1}` : names.join(" ");
  return (
    <span className="tags" title={names.join(", ")}>
      <span className="for-ears">{names.join(", ")}: </span>
      <span aria-hidden="true">{named.length > ROOM ? names.length : named}</span>
    </span>
  );
}

const Tokens = memo(function Tokens({ tokens }: { readonly tokens: readonly Token[] }) {
  return numbered(tokens).map(([number, { kind, text }]) => (
    <span key={number} className={kind === "plain" ? undefined : `token-${kind}`}>
      {text}
    </span>
  ));
});

/** Each with its number, counted from 0. */
function numbered<T>(list: readonly T[]): readonly (readonly [number, T])[] {
  return [...list.entries()];
}

import { useEffect, useRef } from "react";
import type { Reply } from "../store/answer-book.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";

interface VerdictProps {
  readonly reply: Reply;
  readonly why: string | undefined;
  readonly step: number;
}

/** What became of the question, in words; while the reader is still there, the way on. */
export function Verdict({ reply, why, step }: VerdictProps) {
  const player = usePlayer();
  const next = useRef<HTMLButtonElement>(null);
  const here = usePlayerState(
    (state) => state.hand === null && !state.playing && state.playhead === state.track.ends(step),
  );
  const fresh = useRef(true);
  useEffect(() => {
    if (fresh.current && here && reply.kind === "answered") next.current?.focus({ preventScroll: true });
    fresh.current = false;
  }, [here, reply]);
  if (reply.kind !== "answered") {
    return (
      <p className="verdict">
        Not answered.{" "}
        <button type="button" className="link" onClick={() => player.reopen(step)}>
          Answer it
        </button>
      </p>
    );
  }
  return (
    <>
      <p className={reply.right ? "verdict right" : "verdict wrong"} role="status">
        <strong>{reply.right ? "Right." : "Not quite."}</strong>{" "}
        {reply.right ? "" : `You said ${reply.given}. `}The answer is {reply.words}. {why}
      </p>
      {here && (
        <button ref={next} type="button" className="button" onClick={() => player.play()}>
          Show me why
        </button>
      )}
    </>
  );
}

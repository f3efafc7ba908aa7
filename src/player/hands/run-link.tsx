import { useState } from "react";
import { runHref } from "../link/run-href.ts";
import { type PlayerState, shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import "./run-link.css";

/** What became of a wish for a link, and to which moment of which run. */
interface Outcome {
  readonly kind: "copied" | "shown" | "too-long";
  readonly address: string;
  readonly hand: PlayerState["hand"];
  readonly position: number;
}

const WORDS = {
  copied: "Link copied.",
  shown: "This is the link. Copy it from here.",
  "too-long": "This run is too long for a link: an address holds about 2,000 characters.",
} as const;

/** Copies the address that leads to the reader's own run at this very moment. */
export function RunLink() {
  const player = usePlayer();
  const hand = usePlayerState((state) => state.hand);
  const position = usePlayerState(shownPosition);
  const [last, setLast] = useState<Outcome>();
  // What is said of one moment does not hold for the next.
  const outcome = last?.hand === hand && last?.position === position ? last : undefined;
  const link = async () => {
    const href = runHref(player.state);
    const address = href === undefined ? "" : new URL(href, location.href).href;
    const kind = href === undefined ? "too-long" : (await copied(address)) ? "copied" : "shown";
    setLast({ kind, address, hand, position });
    player.store.setState({ said: { words: WORDS[kind] } });
  };
  return (
    <span className="run-link">
      <button type="button" className="button quiet" title="Copy a link to this very moment" onClick={link}>
        Link to this run
      </button>
      {outcome?.kind === "shown" && (
        <input
          readOnly
          aria-label="Address of this run"
          title={WORDS.shown}
          value={outcome.address}
          ref={select}
        />
      )}
      {outcome !== undefined && outcome.kind !== "shown" && (
        <span className="run-link-words" aria-hidden="true">
          {WORDS[outcome.kind]}
        </span>
      )}
    </span>
  );
}

function select(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** Whether the browser lets the page put a text on the clipboard; not every one does. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

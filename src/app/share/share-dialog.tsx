import { useMemo, useRef, useState } from "react";
import { grouped } from "../../engine/systems/grouped.ts";
import { Dialog } from "../../player/dialog/dialog.tsx";
import { saveFile } from "../../player/export/save-file.ts";
import type { Goal } from "../../player/link/address.ts";
import type { Player } from "../../player/store/player.ts";
import { LIMITS, QUERY } from "../../scenario/link/limits.ts";
import { useRemembered } from "../storage/memory.ts";
import { QrCode } from "./qr-code.tsx";
import "./share.css";
import { choicesOf, linkTo } from "./shared.ts";

interface ShareDialogProps {
  readonly player: Player;
  readonly onClose: () => void;
}

const TOO_LONG = `This run is too long for a link, which holds ${grouped(QUERY.longest)} characters at most. A file can hold it.`;
const FAR_TOO_LONG = `This run is too long for a link or a file: they hold ${grouped(LIMITS.inputs)} operations and ${grouped(LIMITS.frames)} moves at most. What it began from can be shared.`;

/** A link to what is on show: chosen, looked at, copied, sent or scanned. */
export default function ShareDialog({ player, onClose }: ShareDialogProps) {
  const remembered = useRemembered(({ settings }) => settings.tab);
  const [goal, setGoal] = useState<Goal>("moment");
  // What is on show stands still under the dialog.
  const [state] = useState(player.state);
  const choices = useMemo(() => choicesOf(state), [state]);
  const link = useMemo(() => linkTo(state, goal, state.panel ?? remembered), [state, goal, remembered]);
  return (
    <Dialog title="Share" className="share" onClose={onClose}>
      <fieldset>
        <legend>Link to</legend>
        {choices.map((choice) => (
          <label key={choice.goal}>
            <input
              type="radio"
              name="goal"
              checked={choice.goal === goal}
              onChange={() => setGoal(choice.goal)}
            />
            <span>
              {choice.title} <small>{choice.detail}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {link.href === undefined ? (
        <TooLong system={state.hand?.scene.system} file={link.file} />
      ) : (
        <Address key={link.href} address={new URL(link.href, location.href).href} />
      )}
      {link.href !== undefined && (
        <p className="share-holds">
          The link itself holds everything: {link.holds}. Nothing is uploaded.
          {link.fingerprint !== undefined && (
            <>
              {" "}
              Whoever opens it sees exactly this, or is told that it is not the same: the link carries the
              check number of what you see, <code>{link.fingerprint}</code>.
            </>
          )}
        </p>
      )}
    </Dialog>
  );
}

/** There is no link. A file has no such limits, and anybody can open it here. */
function TooLong({
  system = "",
  file,
}: {
  readonly system?: string | undefined;
  readonly file?: string | undefined;
}) {
  if (file === undefined) return <p role="status">{FAR_TOO_LONG}</p>;
  return (
    <>
      <p role="status">{TOO_LONG}</p>
      <button
        type="button"
        className="button primary"
        onClick={() => saveFile(`${system}-run.txt`, file, "text/plain;charset=utf-8")}
      >
        Save the run
      </button>
      <p className="share-holds">
        To open it again: <em>More</em>, <em>Open a run</em>, or drop it on any page of this site. Nothing is
        uploaded.
      </p>
    </>
  );
}

function Address({ address }: { readonly address: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState("");
  const copy = async () => {
    if (await copied(address)) {
      setOutcome("Link copied.");
      return;
    }
    field.current?.focus();
    field.current?.select();
    setOutcome("This browser does not let the page copy. The link is selected: copy it from the field.");
  };
  return (
    <div className="share-address">
      <QrCode text={address} />
      <div>
        <label className="share-label" htmlFor="share-address">
          Address
        </label>
        <input
          id="share-address"
          className="share-link"
          ref={field}
          readOnly
          value={address}
          onFocus={({ target }) => target.select()}
        />
        <div className="share-ways">
          <button type="button" className="button primary" onClick={copy}>
            Copy link
          </button>
          {"share" in navigator && (
            <button type="button" className="button" onClick={() => send(address)}>
              Send …
            </button>
          )}
        </div>
        <p className="share-outcome" role="status">
          {outcome}
        </p>
      </div>
    </div>
  );
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

async function send(url: string): Promise<void> {
  try {
    await navigator.share({ title: document.title, url });
  } catch {
    // The reader has thought better of it.
  }
}

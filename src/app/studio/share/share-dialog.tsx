import { useMemo } from "react";
import { Dialog } from "../../../player/dialog/dialog.tsx";
import type { CheckedText } from "../../../player/draft/check/checker.ts";
import { draftHref, pack } from "../../../player/draft/draft-link.ts";
import { fileNameOf, titleOf } from "../drafts/draft.ts";
import { download } from "../workbench/download.ts";
import { CopyField } from "./copy-field.tsx";
import { embedCode } from "./embed-code.ts";
import { linkLength } from "./link-length.ts";
import "./share-dialog.css";

interface ShareDialogProps {
  readonly text: string;
  readonly checked: CheckedText | undefined;
  readonly onClose: () => void;
}

/** The episode as a link, as code for a page elsewhere, and as a file. None of them needs a server. */
export function ShareDialog({ text, checked, onClose }: ShareDialogProps) {
  const current = checked?.text === text && checked.done;
  const count = checked?.problems.length ?? 0;
  return (
    <Dialog title="Share this episode" className="share-draft" onClose={onClose}>
      {!current ? (
        <p role="status">The text is still being checked. Then it can be shared.</p>
      ) : count > 0 ? (
        <p>
          {count === 1 ? "One problem stands" : `${count} problems stand`} in the text, and nobody could watch
          it so. Put {count === 1 ? "it" : "them"} right first. A file can hold the text as it is.
        </p>
      ) : (
        <Addresses text={text} />
      )}
      <p className="share-file">
        <button type="button" className="button" onClick={() => download(fileNameOf(text), text)}>
          Download {fileNameOf(text)}
        </button>
        <span>The text itself. Anybody can open it here, in the studio.</span>
      </p>
    </Dialog>
  );
}

function Addresses({ text }: { readonly text: string }) {
  const packed = useMemo(() => pack(text), [text]);
  const address = new URL(draftHref(packed), location.href).href;
  const embedded = new URL(`embed.html${draftHref(packed)}`, location.href).href;
  const { fits, words } = linkLength(address.length);
  if (!fits) return <p className="share-size">{words}</p>;
  return (
    <>
      <p>The link holds the whole text. It works as long as this site does; nothing is sent to it.</p>
      <CopyField label="Link" rows={3} value={address} />
      <p className="share-size">{words}</p>
      <CopyField label="Embed code" rows={4} value={embedCode(embedded, titleOf(text))} />
    </>
  );
}

import { lazy, Suspense, useState } from "react";
import type { Player } from "../../player/store/player.ts";

const EmbedDialog = lazy(() => import("../../embed/dialog/embed-dialog.tsx"));

/** Opens what builds the code for a page of somebody else's. */
export function EmbedButton({ player }: { readonly player: Player }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button quiet"
        aria-label="Embed"
        title="Embed"
        onClick={() => setOpen(true)}
      >
        <span className="header-word">Embed</span>
        <span className="header-sign" aria-hidden="true">
          {"</>"}
        </span>
      </button>
      {open && (
        <Suspense>
          <EmbedDialog player={player} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

import { lazy, Suspense, useState } from "react";
import { Icon } from "../../player/icon.tsx";
import type { Player } from "../../player/store/player.ts";

const EmbedDialog = lazy(() => import("../../embed/dialog/embed-dialog.tsx"));

/** Opens what builds the code for a page of somebody else's. */
export function EmbedButton({ player }: { readonly player: Player }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button in-header"
        aria-label="Embed"
        title="Embed in a page of your own"
        onClick={() => setOpen(true)}
      >
        <Icon name="embed" />
        <span>Embed</span>
      </button>
      {open && (
        <Suspense>
          <EmbedDialog player={player} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

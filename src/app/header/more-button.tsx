import { lazy, Suspense, useState } from "react";
import type { Player } from "../../player/store/player.ts";

const MoreMenu = lazy(() => import("./more-menu.tsx"));

/** Opens what else may be done with what is on show. */
export function MoreButton({ player, guest }: { readonly player: Player; readonly guest: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button quiet"
        aria-label="More"
        aria-haspopup="dialog"
        title="Save, present, print"
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open && (
        <Suspense>
          <MoreMenu player={player} guest={guest} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

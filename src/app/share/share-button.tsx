import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "../../player/icon.tsx";
import { onShortcut } from "../../player/keys/on-shortcut.ts";
import type { Player } from "../../player/store/player.ts";
import { isPlaying } from "../../player/store/player-state.ts";
import { SHARE_KEY } from "./share-key.ts";

const ShareDialog = lazy(() => import("./share-dialog.tsx"));

/** Asks for a link to what a player has on show. It stands still while that is chosen. */
export function ShareButton({ player }: { readonly player: Player }) {
  const [open, setOpen] = useState(false);
  const share = () => {
    if (isPlaying(player.state)) player.pause();
    setOpen(true);
  };
  useEffect(() => onShortcut(SHARE_KEY, share));
  return (
    <>
      <button
        type="button"
        className="button in-header"
        aria-label="Share"
        title={`Share a link (${SHARE_KEY.toUpperCase()})`}
        onClick={share}
      >
        <Icon name="share" />
        <span>Share</span>
      </button>
      {open && (
        <Suspense>
          <ShareDialog player={player} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

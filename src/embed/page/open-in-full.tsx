import { useEffect, useState } from "react";
import { episodeHref } from "../../player/routes/route.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { usePlayer, usePlayerState } from "../../player/store/use-player.ts";
import { FullLink } from "./full-link.tsx";

/** Leads to the place on show, on the whole page. */
export function OpenInFull({ words = false }: { readonly words?: boolean }) {
  const href = usePlaceHref();
  return <FullLink href={href}>{words ? "Open in full" : undefined}</FullLink>;
}

function usePlaceHref(): string {
  const player = usePlayer();
  const hand = usePlayerState((state) => state.hand);
  const step = usePlayerState((state) => (state.hand === null ? shownStep(state) : -1));
  const chapter = usePlayerState(({ track }) => track.track.chapter.id);
  const slug = usePlayerState(({ episode }) => episode.slug);
  const playing = usePlayerState((state) => state.playing);
  const [byHand, setByHand] = useState<string>();
  useEffect(() => {
    if (hand === null || playing) return;
    let wanted = true;
    import("../../player/link/address.ts").then(
      ({ addressOf }) => {
        if (wanted) setByHand(addressOf(player.state, "moment"));
      },
      // Without it the link leads to where the reader took over.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [hand, playing, player]);
  const place = hand === null ? episodeHref(slug, chapter, step + 1) : (byHand ?? location.hash);
  return new URL(`./${place}`, location.href).href;
}

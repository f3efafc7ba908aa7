import { type ReactNode, useEffect, useState } from "react";
import { Icon } from "../../player/icon.tsx";
import { episodeHref } from "../../player/routes/route.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { usePlayer, usePlayerState } from "../../player/store/use-player.ts";

interface FullLinkProps {
  readonly href: string;
  readonly children?: ReactNode;
}

/** A way out of the frame, into a tab of its own. */
export function FullLink({ href, children }: FullLinkProps) {
  return (
    <a
      className={children === undefined ? "button quiet full-link" : "full-link"}
      href={href}
      target="_blank"
      rel="noopener"
      {...(children === undefined ? { "aria-label": "Open in full", title: "Open in full" } : {})}
    >
      {children}
      <Icon name="open" />
    </a>
  );
}

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

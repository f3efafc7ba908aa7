import season from "virtual:season";
import { lazy, Suspense, useState } from "react";
import { episodeHref } from "../../player/routes/route.ts";
import type { Player } from "../../player/store/player.ts";
import { ShareButton } from "../share/share-button.tsx";
import { TextSizeButton, ThemeButton } from "./appearance-buttons.tsx";
import { EmbedButton } from "./embed-button.tsx";
import "./header.css";
import { MoreButton } from "./more-button.tsx";
import { SkipButton } from "./skip-button.tsx";
import { useShortcutsKey } from "./use-shortcuts-key.ts";

const ShortcutsDialog = lazy(() => import("./shortcuts-dialog.tsx"));

interface HeaderProps {
  /** The number of the episode on show. */
  readonly current?: number;
  readonly player?: Player;
  /** What is on show is none of the site's own: its addresses do not lead there. */
  readonly guest?: boolean;
}

/** The season as a row of nodes, and what a reader may set. */
export function Header({ current, player, guest = false }: HeaderProps) {
  const [help, setHelp] = useState(false);
  useShortcutsKey(() => setHelp(true));
  return (
    <header className="header">
      <SkipButton />
      <a className="brand" href="#/">
        The Invisible Linked List
      </a>
      <nav aria-label="Episodes">
        <ol className="nodes">
          {season.map(({ number, slug, title, made }) => (
            <li key={slug}>
              <a
                href={episodeHref(slug)}
                aria-label={`Episode ${number}: ${title}${made ? "" : " (not made yet)"}`}
                title={`${title}${made ? "" : " (not made yet)"}`}
                aria-current={number === current ? "page" : undefined}
                className={made ? "node" : "node unmade"}
              >
                {number}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="settings">
        {player && !guest && <ShareButton player={player} />}
        {player && !guest && <EmbedButton player={player} />}
        {player && <MoreButton player={player} guest={guest} />}
        <TextSizeButton />
        <ThemeButton />
        <button
          type="button"
          className="button quiet"
          aria-label="Shortcuts"
          title="Shortcuts (?)"
          onClick={() => setHelp(true)}
        >
          ?
        </button>
      </div>
      {help && (
        <Suspense>
          <ShortcutsDialog player={player} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </header>
  );
}

import season from "virtual:season";
import { lazy, Suspense, useState } from "react";
import { episodeHref } from "../../player/routes/route.ts";
import type { Player } from "../../player/store/player.ts";
import { TextSizeButton, ThemeButton } from "./appearance-buttons.tsx";
import "./header.css";
import { useShortcutsKey } from "./use-shortcuts-key.ts";

const ShortcutsDialog = lazy(() => import("./shortcuts-dialog.tsx"));

/** The season as a row of nodes, and what a reader may set. */
export function Header({ current, player }: { readonly current?: number; readonly player?: Player }) {
  const [help, setHelp] = useState(false);
  useShortcutsKey(() => setHelp(true));
  return (
    <header className="header">
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

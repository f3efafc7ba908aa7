import { Dialog } from "../../player/dialog/dialog.tsx";
import { SHORTCUTS } from "../../player/keys/shortcuts.ts";
import type { Player } from "../../player/store/player.ts";
import { lineOf, shownPosition } from "../../player/store/player-state.ts";
import { SHARE_KEY } from "../share/share-key.ts";
import "./shortcuts-dialog.css";

interface Props {
  readonly player: Player | undefined;
  readonly onClose: () => void;
}

/** Every key and what it does. */
export default function ShortcutsDialog({ player, onClose }: Props) {
  const rows = [
    ...SHORTCUTS.map(({ keys, does }) => ({ keys, does })),
    ...(player === undefined
      ? []
      : [{ keys: SHARE_KEY.toUpperCase(), does: "Share a link" }, ...operationKeys(player)]),
    { keys: "?", does: "This list" },
  ];
  return (
    <Dialog title="Shortcuts" className="shortcuts" onClose={onClose}>
      <p>
        A <strong>step</strong> is one numbered thought of the chapter, an <strong>operation</strong> one call
        such as <code>push T12</code>, a <strong>move</strong> the smallest thing that happens.
      </p>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function operationKeys({ state }: Player): { readonly keys: string; readonly does: string }[] {
  const line = lineOf(state);
  if (line.length === 0) return [];
  const system = state.module.systems.get(line.scene(line.at(shownPosition(state))).system);
  return Object.entries(system?.operations ?? {}).flatMap(([name, { shortcut, help }]) =>
    shortcut === undefined ? [] : [{ keys: shortcut.toUpperCase(), does: `${name}: ${help}` }],
  );
}

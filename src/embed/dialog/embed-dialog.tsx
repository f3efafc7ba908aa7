import { useEffect, useMemo, useState } from "react";
import { Dialog } from "../../player/dialog/dialog.tsx";
import type { Player } from "../../player/store/player.ts";
import { lineOf, shownPosition } from "../../player/store/player-state.ts";
import { threadNames } from "../../scenario/index.ts";
import { type Choice, chosen, extentsOf, firstChoice } from "./embed-choice.ts";
import { elementCode, frameCode, frameSource } from "./embed-code.ts";
import "./embed-dialog.css";
import { CodeToCopy } from "./code-to-copy.tsx";
import { Options } from "./options-form.tsx";
import { Preview } from "./preview.tsx";

interface Props {
  readonly player: Player;
  readonly onClose: () => void;
}

/** Builds the code that puts what is on show into a page of somebody else's, and shows what that will look like. */
export default function EmbedDialog({ player, onClose }: Props) {
  // As it was when the dialog opened: what plays on behind it does not change the code.
  const [state] = useState(() => player.state);
  const [choice, setChoice] = useState<Choice>(() => firstChoice(state));
  const [kind, setKind] = useState<"element" | "frame">("element");
  const [height, setHeight] = useState(480);
  useEffect(() => player.pause(), [player]);
  const site = useMemo(() => new URL("./", location.href).href, []);
  const run = chosen(state, choice);
  const { episode, track, hand } = state;
  const label =
    hand === null
      ? `${episode.title}: ${track.track.chapter.title}`
      : `${track.track.chapter.title}, a run by hand`;
  const threads = threadNames(lineOf(state).at(shownPosition(state)).frame.state).length > 0;
  const embedding = run && { site, label, ...run };
  return (
    <Dialog title="Embed" className="embed-dialog" onClose={onClose}>
      <p>Put this into a page of your own: a course, a blog, slides.</p>
      <div className="embed-body">
        {embedding === undefined ? (
          <p className="embed-too-long" role="alert">
            This run is too long for an address. Take back some of it, or embed the chapter.
          </p>
        ) : (
          <CodeToCopy
            kind={kind}
            onKind={setKind}
            code={kind === "element" ? elementCode(embedding) : frameCode(embedding, height)}
          />
        )}
        <Options
          choice={choice}
          extents={extentsOf(state)}
          steps={track.steps}
          chapter={track.track.chapter.title}
          threads={threads}
          free={hand !== null}
          onChoose={setChoice}
        />
        {embedding && <Preview source={frameSource(embedding)} title={label} onHeight={setHeight} />}
      </div>
    </Dialog>
  );
}

import type { ReactNode } from "react";
import { Icon, type IconName } from "../icon.tsx";
import { HandResult } from "../later-parts.tsx";
import type { Direction, Grain } from "../line/grain.ts";
import { PanelBoundary } from "../panels/panel-boundary.tsx";
import { canPlay, isPlaying, shownPosition } from "../store/player-state.ts";
import { endsOf } from "../store/range.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { ChapterBar } from "./chapter-bar.tsx";
import { Clock } from "./clock.tsx";
import { ComingNotice } from "./coming-notice.tsx";
import { Scrubber } from "./scrubber.tsx";
import { Speed } from "./speed.tsx";
import "./transport.css";

interface TransportProps {
  /** Say here what the last operation by hand gave back. */
  readonly result?: boolean;
  readonly extra?: ReactNode;
  /** Only what one cannot do without. */
  readonly minimal?: boolean;
}

/** Everything that moves the playhead by pointer. */
export function Transport({ result = false, extra, minimal = false }: TransportProps) {
  if (minimal) return <MinimalTransport extra={extra} />;
  return (
    <section className="transport" aria-label="Transport">
      <div className="transport-row">
        <div className="transport-buttons">
          <Press grain="step" direction={-1} icon="previous-step" name="Previous step" keys="Shift+←" />
          <Press grain="move" direction={-1} icon="previous-move" name="Back one move" keys="," />
          <PlayButton />
          <Press grain="move" direction={1} icon="next-move" name="Forward one move" keys="." />
          <Press grain="step" direction={1} icon="next-step" name="Next step" keys="Shift+→" />
        </div>
        <Scrubber />
        {result && (
          <PanelBoundary name="the result">
            <HandResult />
          </PanelBoundary>
        )}
        <Clock />
        <Speed />
        {extra}
      </div>
      <ChapterBar />
      <ComingNotice />
    </section>
  );
}

function MinimalTransport({ extra }: Pick<TransportProps, "extra">) {
  return (
    <section className="transport minimal" aria-label="Transport">
      <div className="transport-row">
        <div className="transport-buttons">
          <Press grain="step" direction={-1} icon="previous-step" name="Previous step" keys="Shift+←" />
          <PlayButton />
          <Press grain="step" direction={1} icon="next-step" name="Next step" keys="Shift+→" />
        </div>
        <Scrubber />
        {extra}
      </div>
      <ComingNotice />
    </section>
  );
}

interface PressProps {
  readonly grain: Grain;
  readonly direction: Direction;
  readonly icon: IconName;
  readonly name: string;
  readonly keys: string;
}

function Press({ grain, direction, icon, name, keys }: PressProps) {
  const player = usePlayer();
  const over = usePlayerState((state) => {
    const position = shownPosition(state);
    const { first, last } = endsOf(state);
    return direction === 1 ? position >= last : position <= first;
  });
  return (
    <button
      type="button"
      className={`button quiet press-${grain}`}
      aria-label={name}
      title={`${name} (${keys})`}
      aria-disabled={over}
      onClick={() => player.press(grain, direction)}
    >
      <Icon name={icon} />
    </button>
  );
}

function PlayButton() {
  const player = usePlayer();
  const playing = usePlayerState(isPlaying);
  const nothing = !usePlayerState(canPlay);
  return (
    <button
      type="button"
      className="button primary play"
      aria-label={playing ? "Pause" : "Play"}
      aria-disabled={nothing}
      title={playing ? "Pause (Space)" : "Play (Space)"}
      onClick={() => player.toggle()}
    >
      <Icon name={playing ? "pause" : "play"} />
      <span>{playing ? "Pause" : "Play"}</span>
    </button>
  );
}

import { memo, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { HandControls } from "../../player/later-parts.tsx";
import { later } from "../../player/loading/later.tsx";
import { SteadyCaption } from "../../player/narration/steady-caption.tsx";
import { PanelBoundary } from "../../player/panels/panel-boundary.tsx";
import { usePanelTabs } from "../../player/panels/panel-tabs.tsx";
import { type Tab, Tabs } from "../../player/panels/tabs.tsx";
import { PlayerFrame, Title, Told } from "../../player/player-view.tsx";
import type { Player } from "../../player/store/player.ts";
import { PlayerContext } from "../../player/store/use-player.ts";
import { Transport } from "../../player/transport/transport.tsx";
import type { EmbedOptions, Panel } from "../options/options.ts";
import "./embedded-view.css";
import { type Room, useNarrow, useRoom, useSlim } from "./room.ts";
import type { HeightWatch } from "./wanted-height.ts";

export interface EmbeddedViewProps extends Pick<EmbedOptions, "controls" | "panels"> {
  readonly player: Player;
  /** A run by hand with no episode around it. */
  readonly free?: boolean;
  /** Whether there is a link to the whole page. */
  readonly full: boolean;
  /** Watches how high the frame would have to be to show everything. */
  readonly watch?: ((frame: HTMLElement) => HeightWatch) | undefined;
}

/** A player in a frame of any size, with those of its parts that are asked for. */
export const EmbeddedView = memo(function EmbeddedView({ player, ...props }: EmbeddedViewProps) {
  return (
    <PlayerContext value={player}>
      <Arranged player={player} {...props} />
    </PlayerContext>
  );
});

/** Nobody leaves before the picture stands. */
const OpenInFull = later(
  "the way out of the frame",
  () => import("./open-in-full.tsx").then((module) => module.OpenInFull),
  <span className="button quiet full-link" aria-hidden="true" />,
);

/** The tabs that a panel of that name stands for. */
const TABS: { readonly [Name in Panel]?: readonly string[] } = {
  code: ["typescript", "python"],
  state: ["state"],
  log: ["log"],
  schedules: ["schedules"],
};

function Arranged({ player, controls, panels, free = false, full, watch }: EmbeddedViewProps) {
  const room = useRoom();
  const narrow = useNarrow();
  const slim = useSlim();
  const frame = useRef<HTMLElement>(null);
  const shown = panels.flatMap((panel) => TABS[panel] ?? []);
  const tabs = usePanelTabs().filter(({ id }) => shown.includes(id));
  const told = panels.includes("narration") && !free;
  const handled = panels.includes("hands");
  const arranged = arrange(room, { told, tabs: tabs.length > 0, hands: handled });
  const names = [
    "embed",
    arranged,
    ...(arranged === "low" || (room === "low" && !slim)
      ? ["compact"]
      : narrow
        ? ["phone"]
        : arranged === "wide"
          ? []
          : ["tall"]),
    ...(controls === "none" ? ["bare"] : []),
  ];
  useHeightWatch(frame, watch);
  const parts = { told, tabs, hands: handled, free };
  const link = full ? <OpenInFull /> : null;
  return (
    <PlayerFrame player={player} arrangement={names.join(" ")} ref={frame}>
      {arranged === "wide" ? (
        <Wide {...parts}>
          {controls !== "none" && <Transport minimal={controls === "minimal"} extra={link} />}
        </Wide>
      ) : (
        <Column {...parts} low={arranged === "low"} bare={controls === "none"}>
          {(toggle) =>
            controls !== "none" && (
              <Transport
                minimal={controls === "minimal"}
                extra={
                  <>
                    {toggle}
                    {link}
                  </>
                }
              />
            )
          }
        </Column>
      )}
      {controls === "none" && full && (
        <p className="embed-foot">
          <OpenInFull words />
        </p>
      )}
    </PlayerFrame>
  );
}

function useHeightWatch(frame: RefObject<HTMLElement | null>, watch: EmbeddedViewProps["watch"]): void {
  const watching = useRef<HeightWatch>(undefined);
  useEffect(() => {
    if (frame.current === null || watch === undefined) return;
    const begun = watch(frame.current);
    watching.current = begun;
    return () => {
      begun.stop();
      watching.current = undefined;
    };
  }, [frame, watch]);
  // What is shown may have changed with any rendering.
  useLayoutEffect(() => watching.current?.look());
}

function arrange(room: Room, parts: { told: boolean; tabs: boolean; hands: boolean }): Room {
  if (room === "wide") return parts.told || parts.tabs ? "wide" : "column";
  return room === "low" && !parts.tabs && !parts.hands ? "column" : room;
}

interface PartsProps {
  readonly told: boolean;
  readonly tabs: readonly Tab[];
  readonly hands: boolean;
  readonly free: boolean;
}

/** Words and panels at the side. */
function Wide({ told, tabs, hands, free, children }: PartsProps & { readonly children: ReactNode }) {
  const [tab, setTab] = useState("");
  return (
    <>
      <div className={told && tabs.length > 0 ? "side" : "side single"}>
        {told && <Told titled />}
        {tabs.length > 0 && (
          <div className="panels">
            <Tabs label="Panels" tabs={tabs} open={tab} onOpen={setTab} />
          </div>
        )}
      </div>
      {hands && <Hands alone={!told} free={free} />}
      {!told && <Title />}
      {children}
    </>
  );
}

interface ColumnProps extends PartsProps {
  readonly low: boolean;
  readonly bare: boolean;
  readonly children: (toggle: ReactNode) => ReactNode;
}

/** Words and panels under the picture; where that is too low for panels, they are a press away. */
function Column({ told, tabs, hands, free, low, bare, children }: ColumnProps) {
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState("");
  const byHand = <Hands alone free={free} />;
  const all = [...(hands ? [{ id: "hand", title: "By hand", panel: byHand }] : []), ...tabs];
  const onlyHands = hands && tabs.length === 0;
  const panels = all.length > 0 && (
    <div className={onlyHands && !low ? "panels by-hand" : "panels"}>
      {onlyHands && !low ? byHand : <Tabs label="Panels" tabs={all} open={tab} onOpen={setTab} />}
    </div>
  );
  const toggle = low && all.length > 0 && (
    <button type="button" className="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
      Panels
    </button>
  );
  return (
    <>
      <Title />
      {told && <SteadyCaption />}
      {low ? open && <div className="side open">{panels}</div> : panels}
      {children(toggle)}
      {bare && toggle && <p className="embed-foot">{toggle}</p>}
    </>
  );
}

function Hands({ alone, free }: { readonly alone: boolean; readonly free: boolean }) {
  return (
    <PanelBoundary name="the hand controls">
      <HandControls alone={alone} free={free} />
    </PanelBoundary>
  );
}

import { memo, type ReactNode, type Ref, useEffect, useState } from "react";
import { HandControls, Listening } from "./later-parts.tsx";
import type { Layout } from "./layout.ts";
import { labHref } from "./link/lab-href.ts";
import { useAtRest } from "./loading/use-at-rest.ts";
import { Caption } from "./narration/caption.tsx";
import { Narration } from "./narration/narration.tsx";
import { PanelBoundary } from "./panels/panel-boundary.tsx";
import { usePanelTabs } from "./panels/panel-tabs.tsx";
import { Tabs } from "./panels/tabs.tsx";
import { Picture } from "./picture/picture.tsx";
import "./player-view.css";
import { openQuestion } from "./store/open-question.ts";
import type { Player } from "./store/player.ts";
import { PlayerContext, usePlayer, usePlayerState } from "./store/use-player.ts";
import { Transport } from "./transport/transport.tsx";
import { useLayout } from "./use-layout.ts";

export interface PlayerViewProps {
  readonly player: Player;
  /** A run by hand with no episode around it: there are no words and no way back. */
  readonly free?: boolean;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  /** How to arrange it, where it has only a part of the page; without it, as the page is wide and high. */
  readonly arranged?: Layout;
}

/** The picture, the words, the panels and the controls of one player, arranged for the room there is. */
export const PlayerView = memo(function PlayerView({
  player,
  free = false,
  tab,
  onTab,
  arranged,
}: PlayerViewProps) {
  const ofPage = useLayout();
  const layout = arranged ?? ofPage;
  return (
    <PlayerFrame
      player={player}
      arrangement={`${layout}${free ? " free" : ""}`}
      within={arranged !== undefined}
    >
      <Beside layout={layout} free={free} tab={tab} onTab={onTab} />
      {(layout === "phone" || layout === "compact") && <Title />}
    </PlayerFrame>
  );
});

interface FrameProps {
  readonly player: Player;
  /** Names of styles that say where things stand. */
  readonly arrangement: string;
  /** It is a part of a page that has more to show. */
  readonly within?: boolean;
  readonly ref?: Ref<HTMLElement>;
  /** What is shown beside the picture. */
  readonly children: ReactNode;
}

/** What there is of a player in every arrangement: its picture, its keys, and the words for a screen reader. */
export function PlayerFrame({ player, arrangement, within = false, ref, children }: FrameProps) {
  const Frame = within ? "section" : "main";
  const atRest = useAtRest();
  useEffect(() => () => player.dispose(), [player]);
  useEffect(() => {
    if (atRest) player.supply.restock(1);
  }, [player, atRest]);
  return (
    <PlayerContext value={player}>
      <Frame className={`player ${arrangement}`} ref={ref}>
        <div className="stage-area">
          <PanelBoundary name="this picture">
            <Picture />
          </PanelBoundary>
        </div>
        {children}
        <Listening />
      </Frame>
    </PlayerContext>
  );
}

interface BesideProps {
  readonly layout: Layout;
  readonly free: boolean;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}

export function Told({ titled }: { readonly titled: boolean }) {
  return (
    <PanelBoundary name="the narration">
      <Narration titled={titled} />
    </PanelBoundary>
  );
}

/** The chapter's title where the narration has no room for it. */
export function Title() {
  const title = usePlayerState(({ track }) => track.track.chapter.title);
  return <h1 className="for-ears">{title}</h1>;
}

/** What is run here, and the way to everything else that can be. */
function LabTitle() {
  const title = usePlayerState(({ track }) => track.track.chapter.title);
  return (
    <header className="lab-title">
      <h1>{title}</h1>
      <a href={labHref()}>All systems</a>
    </header>
  );
}

function Beside({ layout, free, tab, onTab }: BesideProps) {
  const [open, setOpen] = useState(false);
  const player = usePlayer();
  const panel = usePlayerState((state) => state.panel);
  const [narrowTab, setNarrowTab] = useState(free ? "hand" : "narration");
  useEffect(() => {
    if (panel !== undefined) setNarrowTab(panel);
  }, [panel]);
  const narrow = layout === "phone" || layout === "compact";
  const hands = (
    <PanelBoundary name="the hand controls">
      <HandControls alone={narrow} free={free} />
    </PanelBoundary>
  );
  const asked = usePlayerState((state) => openQuestion(state) !== undefined);
  useEffect(() => {
    if (asked) setNarrowTab("narration");
  }, [asked]);
  const words = { id: "narration", title: "Words", panel: <Told titled={false} /> };
  const byHand = { id: "hand", title: "By hand", panel: hands };
  const panelTabs = usePanelTabs();
  const tabs = narrow ? [...(free ? [] : [words]), byHand, ...panelTabs] : panelTabs;
  const openTab = (id: string) => {
    player.store.setState({ panel: id });
    if (narrow) setNarrowTab(id);
    else onTab(id);
  };
  const panels = (
    <Tabs label="Panels" tabs={tabs} open={narrow ? narrowTab : (panel ?? tab)} onOpen={openTab} />
  );
  const side = (
    <div className={`side${open ? " open" : ""}`}>
      {!narrow && (free ? <LabTitle /> : <Told titled />)}
      <div className="panels">{panels}</div>
    </div>
  );
  if (layout !== "compact") {
    return (
      <>
        {side}
        {!narrow && hands}
        <Transport result={!narrow} />
      </>
    );
  }
  const toggle = (
    <button type="button" className="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
      Panels
    </button>
  );
  return (
    <>
      {open ? side : free ? hands : <Caption />}
      <Transport extra={toggle} />
    </>
  );
}

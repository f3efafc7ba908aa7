import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { SCROLLS } from "../scrolls.ts";
import { scrollToShow } from "./scroll-to-show.ts";
import "./tabs.css";

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly panel: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The id of the tab on show. */
  readonly open: string;
  readonly onOpen: (id: string) => void;
}

/** So much of a tab's neighbour is shown with it, in px: enough to tell that there is one. */
const PEEK = 40;

/** A row of tabs and the panel of the one on show. Arrow keys, Home and End move along the row. */
export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const current = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === open),
  );
  // The set of tabs changes with the scene, and with it where the one on show stands.
  const shown = tabs[current]?.id;
  const count = tabs.length;
  useEffect(() => {
    const tab = count > 0 && row.current?.querySelector<HTMLElement>(`[data-tab="${shown}"]`);
    if (row.current === null || !tab) return;
    const { scrollLeft, clientWidth } = row.current;
    row.current.scrollLeft = scrollToShow(
      { start: scrollLeft, length: clientWidth },
      { start: tab.offsetLeft, length: tab.offsetWidth },
      PEEK,
    );
  }, [shown, count]);
  const move = (event: KeyboardEvent) => {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs[(to + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onOpen(tab.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  };
  return (
    <div className="tabs">
      <div className="tab-row" role="tablist" aria-label={label} ref={row}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={index === current}
            aria-controls={`${id}-panel`}
            tabIndex={index === current ? 0 : -1}
            onClick={() => onOpen(tab.id)}
            onKeyDown={move}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div
        className="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tabs[current]?.id}`}
        {...SCROLLS}
      >
        {tabs[current]?.panel}
      </div>
    </div>
  );
}

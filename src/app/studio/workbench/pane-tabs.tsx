import { type KeyboardEvent, useRef } from "react";

export type Pane = "text" | "preview" | "problems";

interface PaneTabsProps {
  readonly titles: Readonly<Record<Pane, string>>;
  readonly open: Pane;
  readonly onOpen: (pane: Pane) => void;
}

const PANES: readonly Pane[] = ["text", "preview", "problems"];

/** Where there is room for one pane at a time: which one. */
export function PaneTabs({ titles, open, onOpen }: PaneTabsProps) {
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && PANES[(PANES.indexOf(open) + step + PANES.length) % PANES.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(next);
    row.current?.querySelector<HTMLElement>(`[data-pane=${next}]`)?.focus();
  };
  return (
    <div className="tab-row pane-tabs" role="tablist" aria-label="Panes" ref={row}>
      {PANES.map((pane) => (
        <button
          key={pane}
          type="button"
          role="tab"
          id={`tab-${pane}`}
          data-pane={pane}
          aria-selected={pane === open}
          aria-controls={`pane-${pane}`}
          tabIndex={pane === open ? 0 : -1}
          onClick={() => onOpen(pane)}
          onKeyDown={move}
        >
          {titles[pane]}
        </button>
      ))}
    </div>
  );
}

import { type KeyboardEvent, memo, useLayoutEffect, useRef, useState } from "react";
import type { Action, Mark } from "./mark.ts";
import { Painter } from "./painter.ts";
import type { Pane } from "./pane.ts";
import { paneStyle, stageStyle } from "./place-style.ts";
import { nextKey } from "./roving.ts";
import "./stage.css";

export interface StageProps {
  readonly panes: readonly Pane[];
  /** The subject pointed at; every mark of it is lit, in all panes. */
  readonly lit: string | null;
  /** The reader points at a subject with the pointer or the focus, or at nothing any more. */
  readonly onPoint: (subject: string | null) => void;
  /** The reader chooses a mark, by click, Enter or Space. */
  readonly onPick: (action: Action) => void;
  /** What may be chosen: marks with such an action look and sound like buttons. */
  readonly picking: Action["pick"] | null;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

/** SVG has no element of its own for a group with a name. */
const GROUP = { role: "group" } as const;

/**
 * The one leaf in which pictures are drawn, each by a painter of its own in an SVG of its own: what moves right under an SVG
 * moves without being painted again, in a group within it often not. Marks with an action are reached with one Tab a
 * pane and then with the arrow keys, Home and End; keys that it uses go no further, so that the player's own shortcuts
 * stay out of the way.
 */
export function Stage({ panes, lit, onPoint, onPick, picking, width, height, label }: StageProps) {
  const stage = useRef<HTMLElement>(null);
  const [stops, setStops] = useState<Readonly<Record<string, string>>>({});

  const find = (target: EventTarget): { pane: Pane; mark: Mark } | undefined => {
    const element = (target as Element).closest("[data-key]");
    const id = element?.closest("[data-pane]")?.getAttribute("data-pane");
    const pane = panes.find((candidate) => candidate.id === id);
    const mark = pane?.marks.find((candidate) => candidate.key === element?.getAttribute("data-key"));
    return pane && mark ? { pane, mark } : undefined;
  };
  const point = (target: EventTarget): void => {
    const subject = find(target)?.mark.subject ?? null;
    if (subject !== lit) onPoint(subject);
  };
  const focus = (pane: Pane, key: string): void => {
    setStops((known) => ({ ...known, [pane.id]: key }));
    for (const element of stage.current?.querySelectorAll<SVGElement>("[tabindex]") ?? []) {
      const owner = element.closest("[data-pane]")?.getAttribute("data-pane");
      if (owner === pane.id && element.getAttribute("data-key") === key) element.focus();
    }
  };

  return (
    <figure
      ref={stage}
      className={picking === null ? "stage" : "stage picking"}
      aria-label={label}
      style={stageStyle({ width, height })}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => onPoint(null)}
      onFocus={(event) => {
        const found = find(event.target);
        if (found !== undefined && stops[found.pane.id] !== found.mark.key)
          setStops({ ...stops, [found.pane.id]: found.mark.key });
        point(event.target);
      }}
      onBlur={() => onPoint(null)}
      onClick={(event) => {
        const action = find(event.target)?.mark.action;
        if (action !== undefined) onPick(action);
      }}
      onKeyDown={(event) => {
        const found = find(event.target);
        if (found?.mark.action === undefined || hasModifier(event)) return;
        const key = nextKey(found.pane.marks, found.mark.key, event.key);
        if (key !== undefined) focus(found.pane, key);
        else if (event.key === "Enter" || event.key === " ") onPick(found.mark.action);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {panes.map((pane) => (
        <PaneMarks key={pane.id} pane={pane} lit={lit} stop={stops[pane.id]} picking={picking} />
      ))}
    </figure>
  );
}

/** Keys pressed with another are the player's, not the picture's. */
function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}

interface PaneMarksProps {
  readonly pane: Pane;
  readonly lit: string | null;
  readonly stop: string | undefined;
  readonly picking: Action["pick"] | null;
}

const PaneMarks = memo(
  function PaneMarks({ pane, lit, stop, picking }: PaneMarksProps) {
    const svg = useRef<SVGSVGElement>(null);
    const painter = useRef<Painter>(null);
    const { id, label, marks, width, height } = pane;
    const present = stop !== undefined && marks.some((mark) => mark.key === stop && mark.action);
    const tab = present ? stop : marks.find((mark) => mark.action)?.key;
    useLayoutEffect(() => {
      painter.current ??= new Painter(svg.current as SVGSVGElement);
      painter.current.paint({ marks, lit, stop: tab, picking });
    });
    return (
      <svg
        ref={svg}
        data-pane={id}
        {...GROUP}
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        style={paneStyle(pane)}
      />
    );
  },
  (before, after) =>
    before.lit === after.lit &&
    before.stop === after.stop &&
    before.picking === after.picking &&
    before.pane.marks === after.pane.marks &&
    before.pane.x === after.pane.x &&
    before.pane.y === after.pane.y &&
    before.pane.width === after.pane.width &&
    before.pane.height === after.pane.height &&
    before.pane.label === after.pane.label,
);

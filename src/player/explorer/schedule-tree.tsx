import { type KeyboardEvent, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { goToRun } from "../store/hand-schedule.ts";
import type { Player } from "../store/player.ts";
import { shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { follow } from "./follow.ts";
import { layoutOf, type Placed } from "./tree-layout.ts";
import type { Tried, TriedNode } from "./tried.ts";

const COLUMN = 40;
const ROW = 27;
const RADIUS = 11;
const EDGE = 16;

/** SVG has no elements of its own for a tree. */
const TREE = { role: "tree" } as const;

/** The schedules tried so far: a place for each move, to go to. */
export function ScheduleTree() {
  const player = usePlayer();
  const { tried } = useStore(follow(player));
  const drawing = useRef<SVGSVGElement>(null);
  const hand = usePlayerState((state) => state.hand);
  const position = usePlayerState(shownPosition);
  const { root } = tried;
  const here = hand === null ? undefined : tried.at(position);
  useEffect(() => {
    const element = drawing.current?.querySelector(`[data-node="${here?.id}"]`);
    const box = drawing.current?.parentElement;
    if (element && box) showIn(box, element);
  }, [here?.id]);
  if (hand === null || root === undefined || root.children.length === 0) {
    return <p className="tree-words">Each schedule that you try is drawn here, to come back to.</p>;
  }
  const places = layoutOf(root);
  const at = new Map(places.map((placed) => [placed.node, placed]));
  const on = new Set(tried.path);
  const width = EDGE * 2 + COLUMN * (Math.max(...places.map(({ column }) => column)) + 0.6);
  const height = EDGE * 2 + ROW * (Math.max(...places.map(({ row }) => row)) + 0.7);
  const move = (event: KeyboardEvent) => {
    if (here === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = neighbour(here, event.key, tried);
    if (to === "none") return;
    event.preventDefault();
    if (to === undefined) return;
    go(player, tried, to);
    drawing.current?.querySelector<SVGGElement>(`[data-node="${to.id}"]`)?.focus();
  };
  return (
    <section aria-labelledby="tried">
      <h2 id="tried">Schedules tried</h2>
      {tried.dropped > 0 && <p className="tree-words">The oldest places were let go of.</p>}
      <div className="tree-box">
        <svg
          ref={drawing}
          {...TREE}
          className="schedule-tree"
          aria-label="Schedules tried"
          width={width}
          height={height}
          onClick={({ target }) => {
            const id = (target as Element).closest("[data-node]")?.getAttribute("data-node");
            const placed = places.find(({ node }) => String(node.id) === id);
            if (placed !== undefined) go(player, tried, placed.node);
          }}
          onKeyDown={move}
        >
          {places.map(({ node, ...placed }) => {
            const parent = node.parent && at.get(node.parent);
            return parent && <Way key={node.id} from={parent} to={{ node, ...placed }} on={on.has(node)} />;
          })}
          {places.map((placed) => (
            <Place
              key={placed.node.id}
              placed={placed}
              on={on.has(placed.node)}
              here={placed.node === here}
            />
          ))}
        </svg>
      </div>
    </section>
  );
}

/** Scroll a box so far that something in it can be seen, and nothing else: the rest of the panel stays where it is. */
function showIn(box: Element, element: Element): void {
  const [frame, place] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  if (place.top < frame.top || place.bottom > frame.bottom) {
    box.scrollTop += place.top - frame.top - frame.height / 2;
  }
  if (place.left < frame.left || place.right > frame.right) {
    box.scrollLeft += place.left - frame.left - frame.width / 2;
  }
}

const x = (column: number) => EDGE + column * COLUMN;
const y = (row: number) => EDGE + row * ROW;

function Way({ from, to, on }: { readonly from: Placed; readonly to: Placed; readonly on: boolean }) {
  const [x0, y0, x1, y1] = [x(from.column), y(from.row), x(to.column), y(to.row)];
  const bend = x0 === x1 ? `V${y1}` : `C${x0} ${y0 + ROW / 2} ${x1} ${y1 - ROW} ${x1} ${y1}`;
  return <path className={on ? "way on" : "way"} d={`M${x0} ${y0}${bend}`} />;
}

interface PlaceProps {
  readonly placed: Placed;
  readonly on: boolean;
  readonly here: boolean;
}

function Place({ placed: { node, column, row }, on, here }: PlaceProps) {
  const { end, parent } = node;
  const siblings = parent?.children ?? [node];
  const item = {
    role: "treeitem",
    "aria-level": row + 1,
    "aria-posinset": siblings.indexOf(node) + 1,
    "aria-setsize": siblings.length,
    "aria-selected": here,
    "aria-label": nameOf(node),
    tabIndex: here ? 0 : -1,
  } as const;
  const style = ["place", on && "on", here && "here", end && `end ${end.kind}`].filter(Boolean).join(" ");
  return (
    <g {...item} className={style} data-node={node.id} transform={`translate(${x(column)} ${y(row)})`}>
      <circle r={parent === undefined ? RADIUS / 2 : RADIUS} />
      <text className="who" dy="0.35em">
        {shortName(node)}
      </text>
      {end && (
        <text className="end-word" y={RADIUS + 11}>
          {end.kind}
        </text>
      )}
    </g>
  );
}

/** Where a key leads from a place: nowhere is undefined; `none` is no key of the tree's. */
function neighbour(here: TriedNode, key: string, tried: Tried): TriedNode | undefined | "none" {
  const siblings = here.parent?.children ?? [here];
  const place = siblings.indexOf(here);
  if (key === "ArrowUp") return here.parent;
  if (key === "ArrowDown")
    return here.children.find((child) => tried.path.includes(child)) ?? here.children[0];
  if (key === "ArrowLeft") return siblings[place - 1];
  if (key === "ArrowRight") return siblings[place + 1];
  if (key === "Home") return tried.root;
  if (key === "End") return tried.path.at(-1);
  return "none";
}

/** Be at a place: in the run on show if it comes through there, otherwise in the one that was tried there first. */
function go(player: Player, tried: Tried, node: TriedNode): void {
  if (tried.path.includes(node)) {
    player.go(node.frame);
    return;
  }
  let end = node;
  for (let next = end.children[0]; next !== undefined; next = end.children[0]) end = next;
  goToRun(player, tried.inputsTo(end), node.frame);
}

function shortName({ parent, who }: TriedNode): string {
  if (parent === undefined) return "";
  if (who === null) return "ms";
  return who.length <= 3 ? who : "·";
}

function nameOf({ parent, who, depth, end }: TriedNode): string {
  if (parent === undefined) return "The beginning";
  const moved = who === null ? "time passes" : who.includes(" ") ? who : `${who} moves`;
  return `Move ${depth}: ${moved}${end === undefined ? "" : `, ${end.kind}: ${end.words}`}`;
}

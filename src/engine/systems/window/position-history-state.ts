import type { WindowState } from "./window-state.ts";

/** Where a player stood at one tick of the game's clock: whole centimetres from the upper left corner. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The last second of a player's positions, as a game server keeps them: 60 a second. */
export interface PositionHistoryState extends WindowState<Position> {
  readonly unit: "cm";
  readonly span: number;
  /** Positions a second: 60. */
  readonly rate: number;
  /** The ground the player runs on, in cm. */
  readonly world: { readonly width: number; readonly height: number };
  /** A shot hits when it passes within this many cm of the player's position. */
  readonly radius: number;
  /** The shot on show; null when the last operation was none. */
  readonly shot: Shot | null;
}

/** A shot by somebody whose picture of the game is `ping` ms old, and how the server judged it. */
export interface Shot {
  /** How old the shooter's picture was, in ms. */
  readonly ping: number;
  /** The same in ticks of the game's clock, rounded. */
  readonly ticks: number;
  /** Global index of the position that the shooter saw; below 0 when that was before the game began. */
  readonly index: number;
  /** Where the shooter saw the player, which is where he aimed; null when the window does not hold it. */
  readonly then: Position | null;
  /** Where the player stood when the shot arrived. */
  readonly now: Position;
  /** From `then` to `now` in whole cm, rounded down; null without `then`. */
  readonly distance: number | null;
  /** What a server without a history would say, which judges by `now`; null without `then`. */
  readonly hitNow: boolean | null;
  /** The server's decision. It judges by `then`, where the shooter aimed, and refuses what it cannot look up. */
  readonly verdict: "hit" | "refused";
  /** The decision and its reason in a sentence or two. */
  readonly words: string;
}

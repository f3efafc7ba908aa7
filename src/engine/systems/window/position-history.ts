import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { positionAt, WORLD } from "./path.ts";
import type { Position, PositionHistoryState, Shot } from "./position-history-state.ts";
import { ringSource } from "./ring-source.ts";
import { judge, RADIUS, RATE } from "./shot.ts";
import { LARGEST_WINDOW, WindowInstance } from "./window-instance.ts";
import { windowInvariants } from "./window-invariants.ts";

interface History {
  readonly window: WindowInstance<Position>;
  shot: Shot | null;
  shoot(ping: number): Shot;
}

/** The last second of a player's positions, to judge shots by what the shooter saw. */
export const positionHistory = defineSystem({
  id: "position-history",
  title: "Fair shots: the last second of positions",
  summary: "A game server keeps 60 positions and judges a shot against the one that the shooter saw.",
  views: ["positions"],
  parameters: {
    capacity: whole({
      min: 1,
      max: LARGEST_WINDOW,
      default: 60,
      unit: "positions",
      help: "How many positions the ring holds.",
    }),
  },
  operations: {
    tick: {
      help: "Let the player run on. 60 ticks are a second.",
      arguments: { n: whole({ min: 1, max: 36_000, default: 60, unit: "ticks", help: "How many ticks." }) },
      shortcut: "t",
      source: ringSource("push"),
      run: ({ window }: History, values: { readonly n: number }) => {
        window.write(values.n);
        return undefined;
      },
    },
    shoot: {
      help: "Somebody whose picture of the game is this old shoots at the player in it.",
      arguments: {
        ping: whole({
          min: 0,
          max: 60_000,
          default: 150,
          unit: "ms",
          help: "How old the shooter's picture is.",
        }),
      },
      shortcut: "s",
      source: ringSource("getWindow"),
      run: (history: History, values: { readonly ping: number }) => history.shoot(values.ping).verdict,
    },
  },
  invariants: windowInvariants,
  create: ({ capacity }, { trace, clock }): History => {
    const window: WindowInstance<Position> = new WindowInstance(capacity, trace, () => {
      const tick = window.ring.totalWritten;
      clock.now = (tick * 1_000) / RATE;
      return positionAt(tick);
    });
    window.write(1);
    const history: History = {
      window,
      shot: null,
      shoot(ping) {
        const shot = Object.freeze(judge(window.ring, ping));
        history.shot = shot;
        trace(shot.then === null ? "gone" : "read", { index: shot.index });
        return shot;
      },
    };
    return history;
  },
  begin: (history) => {
    history.shot = null;
  },
  snapshot: ({ window, shot }): PositionHistoryState =>
    Object.freeze({
      ...window.snapshot(),
      unit: "cm",
      span: (window.ring.capacity * 1_000) / RATE,
      rate: RATE,
      world: WORLD,
      radius: RADIUS,
      shot,
    }),
});

import { expect, test } from "vitest";
import { layAhead } from "../../src/player/picture/lay-ahead.ts";
import { panesOf } from "../../src/player/picture/panes-of.ts";
import { aroundPlayhead } from "../../src/player/picture/picture-at.ts";
import { Player } from "../../src/player/store/player.ts";
import { paneOf } from "../../src/stage/pane.ts";
import type { View } from "../../src/views/view.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode, words } from "./tiny-episode.ts";

const SIZE = { width: 320, height: 200 };

/** A player in a chapter, and a view that counts how often it is asked for a layout. */
function counting(chapter: number) {
  const player = new Player(tinyEpisode, { ticker: new HandTicker(), chapter });
  const view: View & { asked: number } = {
    ...words,
    asked: 0,
    layout(picture, size) {
      view.asked += 1;
      return words.layout(picture, size);
    },
  };
  const show = () => {
    const { scene: _, ...way } = aroundPlayhead(player.state);
    panesOf([view], way, SIZE).forEach(paneOf);
  };
  return { player, view, show };
}

test("what has been laid out ahead is there when the playhead comes to it, on its way too", () => {
  const { player, view, show } = counting(1);
  show();
  const { laid, done } = layAhead(player.state, [view], SIZE, -1, () => 50);
  expect(done).toBe(true);
  expect(laid).toBeGreaterThan(3);
  const { asked } = view;
  expect(asked).toBeGreaterThan(3);
  for (let playhead = 0; playhead <= laid; playhead += 0.25) {
    player.store.setState({ playhead });
    show();
  }
  expect(view.asked).toBe(asked);
});

test("where there is no time it waits, and then goes on where it was", () => {
  const { player, view, show } = counting(1);
  show();
  let frames = 2;
  const some = layAhead(player.state, [view], SIZE, -1, () => (frames-- > 0 ? 50 : 1));
  expect(some).toEqual({ laid: 2, done: false });
  const { asked: atFirst } = view;
  layAhead(player.state, [view], SIZE, some.laid, () => 50);
  const { asked } = view;
  expect(asked).toBeGreaterThan(atFirst);
  layAhead(player.state, [view], SIZE, -1, () => 50);
  expect(view.asked, "nothing is laid out twice").toBe(asked);
});

test("it stops where another scene begins: what that shows may not have come", () => {
  const { player, view } = counting(2);
  const { track } = player.state;
  const second = track.opens(1);
  expect(layAhead(player.state, [view], SIZE, -1, () => 50)).toEqual({ laid: second - 1, done: true });
});

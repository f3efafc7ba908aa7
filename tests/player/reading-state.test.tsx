import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { shownPosition } from "../../src/player/store/player-state.ts";
import { PlayerContext } from "../../src/player/store/use-player.ts";
import { useReadingState } from "../../src/player/store/use-reading-state.ts";
import { openLab } from "./race-lab.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const { player, ticker } = openLab("producer-consumer");
  const rendered = vi.fn();
  function Panel() {
    const position = shownPosition(useReadingState());
    rendered(position);
    return <output>{position}</output>;
  }
  render(
    <PlayerContext value={player}>
      <Panel />
    </PlayerContext>,
  );
  const frame = () =>
    act(() => {
      vi.advanceTimersByTime(16);
      ticker.pass(16);
    });
  const shown = () => Number(screen.getByRole("status").textContent);
  rendered.mockClear();
  return { player, frame, shown, rendered };
}

it("follows a run that plays no more than five times a second", () => {
  const { player, frame, shown, rendered } = open();
  player.store.setState({ speed: 4 });
  act(() => player.play());
  for (let count = 0; count < 125; count++) frame();
  expect(shownPosition(player.state)).toBeGreaterThan(30);
  expect(shown()).toBeGreaterThan(20);
  expect(rendered.mock.calls.length).toBeGreaterThan(5);
  expect(rendered.mock.calls.length).toBeLessThanOrEqual(11);
});

it("shows where a run stands as soon as it stands, and every move made by hand at once", () => {
  const { player, frame, shown } = open();
  player.store.setState({ speed: 4 });
  act(() => player.play());
  for (let count = 0; count < 40; count++) frame();
  act(() => player.pause());
  expect(shown()).toBe(shownPosition(player.state));
  act(() => player.press("move", -1));
  expect(shown()).toBe(shownPosition(player.state));
});

it("shows the last place of what has gone on and stopped between two readings", () => {
  const { player, frame, shown } = open();
  act(() => player.play());
  for (let count = 0; count < 8; count++) frame();
  act(() => vi.advanceTimersByTime(200));
  expect(shown()).toBe(shownPosition(player.state));
});

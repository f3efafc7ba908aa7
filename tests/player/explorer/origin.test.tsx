import { describe, expect, it } from "vitest";
import { doByHand } from "../../../src/player/store/hand-controls.ts";
import { originOfPlace, originOfRun, playSchedule } from "../../../src/player/store/hand-schedule.ts";
import { lineOf, shownPosition } from "../../../src/player/store/player-state.ts";
import { openLab } from "../race-lab.ts";

const pick = (thread: string) => ({ operation: "pick", values: { thread } });

function open(id: string) {
  const { player } = openLab(id);
  const shown = () => ({
    hand: player.state.hand,
    line: lineOf(player.state),
    position: shownPosition(player.state),
  });
  return { player, shown };
}

describe("where a search begins", () => {
  it("is the very start of a run in which there were only moves", () => {
    const { player, shown } = open("thread-race");
    doByHand(player, pick("C0"));
    doByHand(player, { operation: "run", values: { steps: 2 } });
    expect(originOfRun(shown())).toMatchObject({ at: "start", inputs: [] });
  });

  it("is where the reader's own run began when something else was done", () => {
    const { player, shown } = open("producer-consumer");
    doByHand(player, { operation: "run", values: { steps: 3 } });
    doByHand(player, { operation: "kill", values: { thread: "C0" } });
    const { hand } = player.state;
    if (hand !== null) player.store.setState({ hand: { ...hand, given: 1 } });
    const { at, inputs } = originOfRun(shown());
    expect(at).toBe("own");
    expect(inputs).toEqual([{ operation: "run", values: { steps: 3 } }]);
  });

  it("is the place on show, in the middle of the run, when that is asked for", () => {
    const { player, shown } = open("thread-race");
    for (const thread of ["C0", "P0", "C1"]) doByHand(player, pick(thread));
    player.seek(2);
    expect(originOfPlace(shown()).inputs).toEqual([pick("C0"), pick("P0")]);
  });

  it("is what the run begins with in which the schedule found is played", () => {
    const { player, shown } = open("thread-race");
    for (const thread of ["C0", "P0"]) doByHand(player, pick(thread));
    playSchedule(player, originOfRun(shown()), [pick("P0"), pick("P0")]);
    expect(player.state.hand?.recording.inputs).toEqual([pick("P0"), pick("P0")]);
    expect(player.state.playing).toBe(true);
  });
});

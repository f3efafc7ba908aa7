import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { registry, type System } from "../../../src/engine/index.ts";
import { type Exercise, exerciseOf, kindOf } from "../../../src/engine/practice/exercise.ts";
import type { Move, Practice as Practised } from "../../../src/engine/practice/practice.ts";
import { practices } from "../../../src/engine/practice/practices.ts";
import type { ChapterModule, EpisodeModule } from "../../../src/player/episode-module.ts";
import { PlayerView } from "../../../src/player/player-view.tsx";
import type { AnswerBook } from "../../../src/player/store/answer-book.ts";
import { Player } from "../../../src/player/store/player.ts";
import { lineOf } from "../../../src/player/store/player-state.ts";
import { HandTicker } from "../hand-ticker.ts";
import { tinyEpisode } from "../tiny-episode.ts";

const KEY = "ring/2/practice";
const practice = { question: "Do what push does.", operations: ["push"], rounds: 2 };

/** The small episode, whose second step has an exercise. */
function withPractice(): EpisodeModule {
  const ring = tinyEpisode.chapters.get("ring") as ChapterModule;
  const beats = ring.chapter.beats.map((beat, step) => (step === 1 ? { ...beat, practice } : beat));
  const chapters = new Map(tinyEpisode.chapters).set("ring", {
    ...ring,
    chapter: { ...ring.chapter, beats },
  });
  return { ...tinyEpisode, chapters };
}

/** What the page will draw: the same seed and number. */
function exercise(number: number): Exercise {
  const id = "overwriting-ring-buffer";
  return exerciseOf(registry.get(id) as System, practices.get(id) as Practised, ["push"], 1, number);
}

function Page({ player }: { readonly player: Player }) {
  const [tab, setTab] = useState("typescript");
  return <PlayerView player={player} tab={tab} onTab={setTab} />;
}

async function open(answers: AnswerBook = new Map()) {
  const ticker = new HandTicker();
  const player = new Player(withPractice(), { ticker, chapter: 1, step: 1, answers });
  render(<Page player={player} />);
  const user = userEvent.setup();
  const button = (name: string) => screen.getByRole("button", { name });
  await user.click(button("Practise"));
  await screen.findByText("What comes next?", undefined, { timeout: 30_000 });
  const card = screen.getByRole("region", { name: practice.question });
  const settle = () => act(() => ticker.pass(3_000));
  const make = async (exercise: Exercise, { kind, target }: Move) => {
    const { title, on } = kindOf(exercise, kind);
    await user.click(within(card).getByRole("radio", { name: title }));
    await user.click(within(card).getByRole("button", { name: on?.name(target) ?? "Make this move" }));
    settle();
  };
  const solve = async (exercise: Exercise) => {
    for (const { moves } of exercise.steps) for (const move of moves) await make(exercise, move);
  };
  return { player, user, button, card, settle, make, solve };
}

describe("an exercise", () => {
  it("is done move by move, and counts as right", async () => {
    const { player, card, make, button } = await open();
    const first = exercise(0);
    expect(within(card).getByText(first.told)).toBeTruthy();
    for (const { moves, frame } of first.steps) {
      expect(lineOf(player.state).length).toBeLessThanOrEqual(frame + 1);
      for (const move of moves) await make(first, move);
      expect(player.state.playhead).toBe(frame);
    }
    expect(within(card).getByText("All right.")).toBeTruthy();
    expect(screen.getByRole("status", { name: "What just happened" }).textContent).toContain(
      "Every move was right.",
    );
    expect(player.state.answers.get(KEY)).toEqual({
      kind: "practised",
      right: 1,
      done: 1,
      rounds: 2,
      next: 1,
    });
    expect(document.activeElement).toBe(button("Another"));
  });

  it("explains a wrong move, leaves the picture as it is, and does not count as right", async () => {
    const { player, card, make, solve } = await open();
    const first = exercise(0);
    const { playhead } = player.state;
    await make(first, { kind: "done", target: null });
    expect(player.state.playhead).toBe(playhead);
    const verdict = within(card).getByText("Not quite.").parentElement;
    expect(verdict?.textContent).toContain("comes later");
    expect(verdict?.textContent).toContain(first.steps[0]?.why);
    expect(screen.getByRole("status", { name: "What just happened" }).textContent).toContain("Not quite.");
    await solve(first);
    expect(within(card).getByText("Done.")).toBeTruthy();
    expect(player.state.answers.get(KEY)).toMatchObject({ right: 0, done: 1 });
  });

  it("is taken back move by move, and begun again", async () => {
    const { player, card, make, button, user } = await open();
    const first = exercise(0);
    const [one, two] = first.steps;
    await make(first, one?.moves[0] as Move);
    await make(first, two?.moves[0] as Move);
    expect(within(card).getByRole("list", { name: "Done so far" }).children).toHaveLength(2);
    await user.click(button("Take back"));
    expect(within(card).getByRole("list", { name: "Done so far" }).children).toHaveLength(1);
    expect(player.state.playhead).toBe(one?.frame);
    expect(lineOf(player.state).length).toBe(Number(one?.frame) + 1);
    await user.click(button("Start over"));
    expect(within(card).queryByRole("list", { name: "Done so far" })).toBeNull();
    expect(player.state.playhead).toBe(first.from);
  });

  it("shows the model answer, which plays to its end and leads to each move", async () => {
    const { player, card, button, settle, user } = await open();
    const first = exercise(0);
    await user.click(button("Show the model answer"));
    expect(player.state.playing).toBe(true);
    for (let at = 0; at < 8; at++) settle();
    expect(player.state.playing).toBe(false);
    expect(player.state.playhead).toBe(first.recording.length - 1);
    const answer = within(card).getByRole("list", { name: "Model answer" });
    expect(answer.children).toHaveLength(first.steps.length);
    await user.click(within(answer).getAllByRole("button")[0] as HTMLElement);
    settle();
    expect(player.state.playhead).toBe(first.steps[0]?.frame);
    expect(answer.children[0]?.getAttribute("aria-current")).toBe("step");
    expect(player.state.answers.get(KEY)).toMatchObject({ right: 0, done: 1 });
  });

  it("goes on for ever, and counts as many rounds as it should", async () => {
    const { player, card, button, solve, user } = await open();
    for (const number of [0, 1, 2]) {
      expect(within(card).getByText(exercise(number).told)).toBeTruthy();
      await solve(exercise(number));
      if (number < 2) await user.click(button("Another"));
    }
    expect(player.state.answers.get(KEY)).toEqual({
      kind: "practised",
      right: 2,
      done: 2,
      rounds: 2,
      next: 3,
    });
    await user.click(button("Count anew"));
    expect(player.state.answers.get(KEY)).toMatchObject({ right: 0, done: 0, next: 3 });
  });

  it("goes on with a state that was not there before, and leads back to its step", async () => {
    const kept = { kind: "practised", right: 1, done: 1, rounds: 2, next: 4 } as const;
    const { player, card, button, user } = await open(new Map([[KEY, kept]]));
    expect(within(card).getByText(exercise(4).told)).toBeTruthy();
    expect(within(card).getByText("Round 2 of 2")).toBeTruthy();
    await user.click(button("Leave"));
    expect(player.state.hand).toBeNull();
    expect(player.state.playhead).toBe(player.state.track.ends(1));
    expect(screen.getByText("1 of 1 right, 1 to go")).toBeTruthy();
  });

  it("cannot be gone round by hand", async () => {
    const { player, user } = await open();
    const { hand } = player.state;
    await user.click(document.body);
    await user.keyboard("{Control>}z{/Control}{End}p ");
    expect(player.state.hand?.recording).toBe(hand?.recording);
    expect(player.state.hand?.recording.inputs.length).toBe(hand?.recording.inputs.length);
    expect(lineOf(player.state).length).toBe(exercise(0).from + 1);
  });
});

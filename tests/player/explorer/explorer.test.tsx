import { act, configure, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Plain } from "../../../src/engine/index.ts";
import { PlayerView } from "../../../src/player/player-view.tsx";
import { openLab } from "../race-lab.ts";

// What is loaded on demand comes when it comes: how long that takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 60_000 });

async function open(parameters: { readonly [name: string]: Plain } = {}, id = "thread-race") {
  const { player, ticker } = openLab(id, parameters);
  render(<PlayerView player={player} free tab="schedules" onTab={() => {}} />);
  const user = userEvent.setup();
  await screen.findByText("Who moves next?");
  const button = (name: string | RegExp) => screen.getByRole("button", { name });
  const panel = () => screen.getByRole("tabpanel", { name: "Schedules" });
  /** Those who could be chosen, by name. */
  const movers = () =>
    within(within(panel()).getAllByRole("list")[0] as HTMLElement)
      .queryAllByRole("button")
      .map(({ textContent }) => textContent?.slice(0, 2));
  const choose = (name: string) =>
    user.click(within(panel()).getByRole("button", { name: new RegExp(`^${name} `) }));
  const places = () => screen.queryAllByRole("treeitem").map((place) => place.getAttribute("aria-label"));
  const who = () =>
    player.state.hand?.recording.inputs.map(({ values }) => values.thread ?? "clock").join(" ");
  return { player, ticker, user, button, panel, movers, choose, places, who };
}

describe("choosing who moves next", () => {
  it("offers those who could move, and lets the chosen one do one step", async () => {
    const { movers, choose, who, player } = await open();
    expect(movers()).toEqual(["P0", "C0", "C1"]);
    await choose("C0");
    await choose("P0");
    expect(who()).toBe("C0 P0");
    expect(movers()).toEqual(["C1", "C0"]);
    expect(screen.getByRole("list", { name: "Those who cannot move" }).textContent).toContain("P0");
    expect(player.state.playhead).toBe(2);
  });

  it("goes back, lets another be chosen there, and keeps what was tried before as a branch", async () => {
    const { user, choose, places, who, player } = await open();
    await choose("C0");
    await choose("P0");
    await user.keyboard(",");
    expect(player.state.playhead).toBe(1);
    await choose("C1");
    expect(who()).toBe("C0 C1");
    expect(places()).toEqual(["The beginning", "Move 1: C0 moves", "Move 2: P0 moves", "Move 2: C1 moves"]);
    await user.click(screen.getByRole("treeitem", { name: "Move 2: P0 moves" }));
    expect(who()).toBe("C0 P0");
    expect(screen.getByRole("treeitem", { selected: true }).getAttribute("aria-label")).toBe(
      "Move 2: P0 moves",
    );
    expect(places()).toHaveLength(4);
  });

  it("has the arrow keys walk the tree", async () => {
    const { user, choose, player, who } = await open();
    await choose("C0");
    await choose("P0");
    await user.keyboard(",");
    await choose("C1");
    act(() => screen.getByRole("treeitem", { selected: true }).focus());
    await user.keyboard("{ArrowLeft}");
    expect(who()).toBe("C0 P0");
    await user.keyboard("{ArrowUp}");
    expect(player.state.playhead).toBe(1);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(player.state.playhead).toBe(0);
  });

  it("takes digits for the threads, and a thread in the picture for itself", async () => {
    const { user, who } = await open();
    await user.keyboard("2");
    await user.keyboard("1");
    expect(who()).toBe("C0 P0");
    const picture = screen.getByRole("figure", { name: "Picture" });
    await user.click(within(picture).getAllByRole("button", { name: /C1/ })[0] as HTMLElement);
    expect(who()).toBe("C0 P0 C1");
  });

  it("tells what the thread did that was chosen", async () => {
    const { choose } = await open();
    await choose("C0");
    expect(screen.getByRole("status", { name: "What just happened" }).textContent).toContain("C0");
  });

  it("lets time pass where nobody can move", async () => {
    const { user, player, button } = await open({}, "producer-consumer");
    for (
      let tries = 0;
      tries < 20 && screen.queryByRole("button", { name: /Let time pass/ }) === null;
      tries++
    ) {
      await user.keyboard("1");
    }
    await user.click(button(/Let time pass from 0 to 1 ms/));
    const { hand } = player.state;
    expect(hand?.line.at(player.state.playhead).frame.time).toBe(1);
  });

  it("says when everybody sleeps", async () => {
    const { user, panel, ticker } = await open({ code: "notify-wrong" });
    await user.click(screen.getByRole("button", { name: "Find a schedule that breaks it" }));
    await screen.findByText(/^The shortest from the start has 11 moves/);
    act(() => ticker.pass(60_000));
    expect(panel().textContent).toMatch(/Broken here: this no longer holds: not everybody sleeps/);
    expect(panel().textContent).toMatch(/Nobody will ever move again/);
  });
});

describe("a search for a schedule that breaks it", () => {
  it("plays the shortest one, and says what goes wrong", async () => {
    const { user, player, ticker, places } = await open({ code: "if-not-while" });
    await user.click(screen.getByRole("button", { name: "Find a schedule that breaks it" }));
    const told = await screen.findByText(/^The shortest from the start has 16 moves/);
    expect(told.textContent).toContain("C0 fails: an item was taken from an empty queue");
    expect(player.state.playing).toBe(true);
    act(() => ticker.pass(60_000));
    expect(player.state.playing).toBe(false);
    expect(player.state.playhead).toBe(16);
    expect(places().at(-1)).toMatch(/^Move 16: C0 moves, broken: C0 fails/);
  });

  it("says of right code how many schedules there are, and that none fails", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Find a schedule that breaks it" }));
    expect(
      await screen.findByText("None of 5,028 schedules from the start fails; all were tried."),
    ).toBeTruthy();
  });

  it("looks from the start, wherever the reader stands, and the schedule found replaces the run", async () => {
    const { user, choose, player, who, panel } = await open({ code: "if-not-while" });
    for (const name of ["P0", "P0"]) await choose(name);
    await user.click(screen.getByRole("button", { name: "Find a schedule that breaks it" }));
    await screen.findByText(/^The shortest from the start has 16 moves/);
    expect(player.state.hand?.recording.inputs).toHaveLength(16);
    expect(who()).not.toMatch(/^P0 P0/);
    await user.selectOptions(within(panel()).getByRole("combobox", { name: "Code of the queue" }), "right");
    expect(screen.queryByText(/^The shortest/)).toBeNull();
  });

  it("looks on from the place on show when that is asked for, and says so", async () => {
    const { user, choose, button, who } = await open({ code: "if-not-while" });
    expect(screen.queryByRole("button", { name: "Find one from here" })).toBeNull();
    await choose("C0");
    await user.click(button("Find one from here"));
    await screen.findByText(/^The shortest from where you stood has \d+ moves/);
    expect(who()).toMatch(/^C0 /);
  });

  it("can be called off", async () => {
    const { user, button } = await open({ producers: 3, consumers: 3, items: 3 });
    await user.click(button("Find a schedule that breaks it"));
    await user.click(await screen.findByRole("button", { name: "Cancel the search" }));
    expect(screen.getByText("The search was called off.")).toBeTruthy();
    expect(button("Find a schedule that breaks it")).toBeTruthy();
  });
});

describe("another code under the same schedule", () => {
  it("makes the same moves, which then do not fail", async () => {
    const { user, player, ticker, panel, who } = await open({ code: "if-not-while" });
    await user.click(screen.getByRole("button", { name: "Find a schedule that breaks it" }));
    await screen.findByText(/^The shortest/);
    act(() => ticker.pass(60_000));
    const schedule = who();
    expect(panel().textContent).toContain("Broken here");
    await user.selectOptions(screen.getByRole("combobox", { name: "Code of the queue" }), "right");
    expect(who()).toBe(schedule);
    expect(player.state.playhead).toBe(16);
    expect(panel().textContent).not.toContain("Broken here");
    expect(screen.getByText("The same 16 moves were made.")).toBeTruthy();
  });

  it("says which move cannot be made", async () => {
    const { user, choose, who } = await open({ code: "no-lock" });
    await choose("C0");
    await choose("C0");
    await choose("P0");
    await choose("P0");
    await choose("C1");
    const before = who() ?? "";
    await user.selectOptions(screen.getByRole("combobox", { name: "Code of the queue" }), "right");
    const told = screen.getByText(/^With this code/).textContent ?? "";
    const made = Number(/move (\d+)/.exec(told)?.[1]) - 1;
    expect(who()).toBe(before.split(" ").slice(0, made).join(" "));
  });
});

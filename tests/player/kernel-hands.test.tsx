import { act, configure, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Input, Plain } from "../../src/engine/index.ts";
import { PlayerView } from "../../src/player/player-view.tsx";
import { setByHand, settleByHand } from "../../src/player/store/hand-live.ts";
import { openLab } from "./race-lab.ts";

// What is loaded on demand comes when it comes: how long that takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 60_000 });

async function open(
  id = "producer-consumer",
  parameters: { readonly [name: string]: Plain } = {},
  tab = "log",
) {
  const { player, ticker } = openLab(id, parameters);
  render(<PlayerView player={player} free tab={tab} onTab={() => {}} />);
  const user = userEvent.setup();
  await screen.findByRole("button", { name: "Next event" });
  const button = (name: string) => screen.getByRole("button", { name });
  const inputs = () => player.state.hand?.recording.inputs ?? [];
  const last = () => inputs().at(-1) as Input;
  const time = () => player.state.hand?.line.at(player.state.playhead).frame.time;
  return { player, ticker, user, button, inputs, last, time };
}

describe("a run by hand of a system with a clock", () => {
  it("goes on by one step, and by some ms", async () => {
    const { user, button, last, time, player } = await open();
    await user.click(button("Next event"));
    expect(player.state.playhead).toBe(1);
    const ms = screen.getByRole("textbox", { name: "run for: ms" });
    await user.clear(ms);
    await user.type(ms, "7");
    await user.click(button("Run for"));
    expect(last()).toEqual({ operation: "run", values: { for: 7 } });
    expect(time()).toBe(7);
  });

  it("runs on and on as one input until it is paused, and is undone as one", async () => {
    const { user, button, player, ticker, inputs } = await open();
    await user.click(button("Next event"));
    await user.click(button("Run"));
    act(() => ticker.pass(30_000));
    expect(player.state.playing).toBe(true);
    const { length } = player.state.hand?.line ?? { length: 0 };
    expect(length).toBeGreaterThan(50);
    await user.click(button("Pause the run"));
    expect(player.state.playing).toBe(false);
    await user.click(button("Run"));
    act(() => ticker.pass(10_000));
    await user.click(button("Pause"));
    expect(inputs()).toHaveLength(2);
    expect(player.state.hand?.line.length).toBeGreaterThan(length);
    await user.click(button("Undo"));
    expect(inputs()).toHaveLength(1);
  });

  it("stops where nobody will ever move again", async () => {
    const { user, button, player, ticker } = await open("thread-race");
    await user.click(button("Run"));
    act(() => ticker.pass(120_000));
    expect(player.state.playing).toBe(false);
    expect(player.state.hand?.recording.canMove).toBe(false);
  });

  it("goes on running when something is done to it on the way", async () => {
    const { user, button, player, ticker, inputs } = await open();
    await user.click(button("Run"));
    act(() => ticker.pass(3_000));
    await user.click(button("add producer"));
    expect(player.state.playing).toBe(true);
    act(() => ticker.pass(3_000));
    expect(inputs().map(({ operation }) => operation)).toEqual(["run", "addProducer", "run"]);
  });

  it("offers the threads there are by name", async () => {
    const { user, button, last, player } = await open("producer-consumer", { producers: 1, consumers: 2 });
    await user.click(screen.getByText("One thread"));
    const which = screen.getByRole("combobox", { name: "kill: thread" });
    expect(
      within(which)
        .getAllByRole("option")
        .map(({ textContent }) => textContent),
    ).toEqual(["P0", "C0", "C1"]);
    await user.selectOptions(which, "C1");
    await user.click(button("kill"));
    expect(last()).toEqual({ operation: "kill", values: { thread: "C1" } });
    expect(screen.getByRole("status", { name: "Result" }).textContent).toBe("kill C1");
    const { state } = player.state.hand?.line.at(player.state.playhead).frame ?? {};
    expect(JSON.stringify(state)).toContain('"killed"');
  });
});

describe("a live parameter", () => {
  it("is set in the middle of the run, can be stepped back over, and undone", async () => {
    const { user, button, last, player } = await open();
    await user.click(button("Next event"));
    await user.click(screen.getByText("Parameters"));
    const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "set: producers" });
    await user.clear(field());
    await user.type(field(), "4{Enter}");
    expect(last()).toEqual({ operation: "set", values: { parameter: "producers", value: 4 } });
    expect(field().value).toBe("4");
    act(() => player.seek(1));
    expect(field().value).toBe("2");
    await user.click(button("Undo"));
    expect(last().operation).toBe("run");
    expect(field().value).toBe("2");
  });

  it("that may not be so is said, and not set", async () => {
    const { user, inputs } = await open();
    await user.click(screen.getByText("Parameters"));
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "set: producers" });
    await user.clear(field);
    await user.type(field, "900{Enter}");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    fireEvent.blur(field);
    expect(inputs()).toEqual([]);
  });

  it("is one change when it was dragged through many", async () => {
    const { player, inputs } = await open();
    for (const value of [3, 4, 5, 6]) act(() => setByHand(player, "producers", value));
    expect(inputs()).toHaveLength(4);
    act(() => settleByHand(player, "producers", 0));
    expect(inputs()).toEqual([{ operation: "set", values: { parameter: "producers", value: 6 } }]);
  });

  it("is not melted with what was done in between", async () => {
    const { player, user, button, inputs } = await open();
    act(() => setByHand(player, "producers", 3));
    await user.click(button("Next event"));
    act(() => setByHand(player, "producers", 4));
    act(() => settleByHand(player, "producers", 0));
    expect(inputs()).toHaveLength(3);
  });
});

describe("the panels of a system with threads", () => {
  it("log every step of a thread as a line", async () => {
    const { user, button } = await open("thread-race");
    for (let step = 0; step < 3; step++) await user.click(button("Next event"));
    expect(screen.getAllByRole("listitem").filter((item) => item.closest(".log"))).toHaveLength(3);
  });

  it("tell of each thread in a line of the state", async () => {
    await open("thread-race", {}, "state");
    const threads = (await screen.findByText("threads", { selector: "dt" })).closest(".field") as HTMLElement;
    expect(
      within(threads)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent?.slice(0, 2)),
    ).toEqual(["P0", "C0", "C1"]);
  });

  it("tell of a few of very many threads", async () => {
    await open("producer-consumer", { producers: 200, consumers: 200 }, "state");
    const threads = (await screen.findByText("threads", { selector: "dt" })).closest(".field") as HTMLElement;
    expect(within(threads).getAllByRole("listitem").length).toBeLessThan(30);
    expect(threads.textContent).toMatch(/… 3\d\d more/);
  });
});

import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { PlayerView } from "../../src/player/player-view.tsx";
import { Player } from "../../src/player/store/player.ts";
import { lineOf } from "../../src/player/store/player-state.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

function Page({ player }: { readonly player: Player }) {
  const [tab, setTab] = useState("typescript");
  return <PlayerView player={player} tab={tab} onTab={setTab} />;
}

function open(step = 0) {
  const ticker = new HandTicker();
  const player = new Player(tinyEpisode, { ticker, chapter: 1, step });
  render(<Page player={player} />);
  const settle = () => act(() => ticker.pass(3_000));
  const user = userEvent.setup();
  const place = () => screen.getByRole("region", { name: "Transport" });
  const button = (name: string) => screen.getByRole("button", { name });
  return { ticker, player, settle, user, place, button };
}

describe("the transport", () => {
  it("plays, pauses, and steps in three grains", async () => {
    const { user, button, settle, place, player } = open();
    await user.click(button("Next step"));
    settle();
    expect(place().textContent).toContain("step 2 of 4");
    expect(player.state.playhead).toBe(lineOf(player.state).ends(1));
    await user.click(button("Forward one move"));
    settle();
    expect(player.state.playhead).toBe(lineOf(player.state).opens(2));
    await user.keyboard("{ArrowRight}");
    settle();
    expect(lineOf(player.state).at(player.state.playhead).frame.cause.mark).toBe("return");
    await user.click(button("Previous step"));
    settle();
    expect(player.state.playhead).toBe(lineOf(player.state).ends(1));
    await user.click(button("Play"));
    await user.click(button("Pause"));
    expect(button("Play")).toBeTruthy();
  });

  it("says where it stands on its slider, which seeks", () => {
    const { player } = open(1);
    const slider = screen.getByRole("slider", { name: "Place in the chapter" });
    expect(slider.getAttribute("aria-valuetext")).toMatch(/^2:\d\d, step 2 of 4$/);
    act(() => player.scrub(0));
    expect(slider.getAttribute("aria-valuetext")).toBe("2:00, step 1 of 4");
  });

  it("has the slider at its end when an operation by hand has made the run longer", async () => {
    const { user, button, settle } = open();
    const slider = () => screen.getByRole<HTMLInputElement>("slider");
    for (let count = 0; count < 3; count++) {
      await user.click(button("push"));
      settle();
      expect(slider().value).toBe(slider().max);
    }
    expect(Number(slider().max)).toBeGreaterThan(10);
  });

  it("leads to chapters, and says which are not made", async () => {
    const { user, button, player } = open();
    await user.click(button("0:00 The problem that never ends (not made yet)"));
    expect(player.state.chapter).toBe(1);
    await user.click(button("2:30 When old data must die"));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("When old data must die");
  });

  it("leaves keys to what has the focus", async () => {
    const { user, player, button } = open();
    const item = screen.getByRole<HTMLInputElement>("textbox", { name: "push: item" });
    await user.clear(item);
    await user.type(item, "a b.");
    expect(item.value).toBe("a b.");
    expect(player.state).toMatchObject({ playhead: 0, playing: false, goal: null });
    button("Next step").focus();
    await user.keyboard(" ");
    expect(player.state).toMatchObject({ playing: false, goal: lineOf(player.state).ends(1) });
  });
});

describe("the narration", () => {
  it("marks the step on show and leads to each", async () => {
    const { user, button, settle } = open();
    const narration = screen.getByRole("region", { name: "Narration" });
    await user.click(button("Go to step 2"));
    settle();
    expect(within(narration).getByText("Two items arrive.").closest("li")?.getAttribute("aria-current")).toBe(
      "step",
    );
    await user.click(within(narration).getByText("The oldest gives way."));
    settle();
    expect(
      within(narration).getByText("The oldest gives way.").closest("li")?.getAttribute("aria-current"),
    ).toBe("step");
  });
});

describe("a question", () => {
  async function ask() {
    const page = open(2);
    expect(screen.queryByRole("heading", { name: /Where will tail point/ })).toBeNull();
    await page.user.keyboard("{Shift>}{ArrowRight}{/Shift}");
    page.settle();
    expect(screen.getByRole("heading", { name: /Where will tail point/ })).toBeTruthy();
    return page;
  }

  it("is judged by the engine, and shows why", async () => {
    const { user, button, player } = await ask();
    await user.type(screen.getByRole("textbox", { name: "Slot" }), "1{Enter}");
    expect(screen.getByText("Right.")).toBeTruthy();
    expect(screen.getByText(/Head and tail step forward together/)).toBeTruthy();
    await user.click(button("Show me why"));
    expect(player.state.playing).toBe(true);
  });

  it("takes digits from anywhere and Enter to check", async () => {
    const { user } = await ask();
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard("2{Enter}");
    expect(screen.getByText("Not quite.")).toBeTruthy();
    expect(screen.getByText(/You said slot 2\. The answer is slot 1\./)).toBeTruthy();
  });

  it("may be skipped, and answered later", async () => {
    const { user, button, player } = await ask();
    await user.click(button("Skip"));
    expect(player.state.playing).toBe(true);
    await user.click(button("Answer it"));
    expect(button("Check")).toBeTruthy();
  });
});

describe("the panels", () => {
  it("light the line that is running, in both languages", async () => {
    const { user, player, settle } = open(1);
    act(() => player.press("move", 1));
    act(() => player.press("move", 1));
    settle();
    const lit = () => screen.getByRole("tabpanel").querySelector("[aria-current]");
    expect(lit()?.textContent).toContain("slots[head] = item");
    await user.click(screen.getByRole("tab", { name: "Python" }));
    expect(lit()?.textContent).toContain("slots[head] = item");
  });

  it("show every field and whether what must hold does", async () => {
    const { user, player, settle } = open(1);
    await user.click(screen.getByRole("tab", { name: "State" }));
    const panel = screen.getByRole("tabpanel");
    expect(await within(panel).findByText("totalWritten")).toBeTruthy();
    expect(within(panel).getAllByText("holds").length).toBeGreaterThan(3);
    act(() => player.press("move", 1));
    settle();
    expect(within(panel).getAllByText("in the middle of an operation").length).toBeGreaterThan(3);
  });

  it("log what was done, each line leading to its place", async () => {
    const { user, player } = open(2);
    await user.click(screen.getByRole("tab", { name: "Log" }));
    const lines = await within(screen.getByRole("tabpanel")).findAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining("push T0 → true"),
      expect.stringContaining("push T1 → true"),
    ]);
    await user.click(within(lines[0] as HTMLElement).getByRole("button"));
    expect(player.state.goal).toBe(lineOf(player.state).operation(0).to);
  });

  it("move along their tabs with the arrow keys", async () => {
    const { user } = open();
    await user.click(screen.getByRole("tab", { name: "TypeScript" }));
    await user.keyboard("{ArrowLeft}");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "Log" }));
    expect(screen.getByRole("tab", { name: "Log" }).getAttribute("aria-selected")).toBe("true");
  });
});

describe("the hand controls", () => {
  it("offer the item that would come next, do it, say its result, and take it back", async () => {
    const { user, button, settle, player } = open(2);
    const item = screen.getByRole<HTMLInputElement>("textbox", { name: "push: item" });
    expect(item.value).toBe("T2");
    await user.click(button("push"));
    settle();
    expect(screen.getByRole("status", { name: "Result" }).textContent).toContain("push T2 → true");
    expect(item.value).toBe("T3");
    await user.click(button("Undo"));
    expect(button("Undo").getAttribute("aria-disabled")).toBe("true");
    await user.click(button("Redo"));
    settle();
    expect(screen.getByRole("status", { name: "Result" }).textContent).toContain("push T2 → true");
    await user.click(button("Back to the episode"));
    expect(player.state.hand).toBeNull();
  });

  it("say what is allowed as it is typed", async () => {
    const { user, button, player } = open();
    const count = screen.getByRole<HTMLInputElement>("textbox", { name: "recent: n" });
    await user.clear(count);
    await user.type(count, "-1");
    expect(count.getAttribute("aria-invalid")).toBe("true");
    expect(
      screen.getByRole("textbox", {
        name: "recent: n",
        description: /^recent: How many items. It must be a whole number from 0/,
      }),
    ).toBe(count);
    await user.click(button("recent"));
    expect(player.state.hand).toBeNull();
  });

  it("start the scene afresh with another capacity", async () => {
    const { user, button, player } = open();
    const capacity = screen.getByRole<HTMLInputElement>("textbox", { name: "start afresh: capacity" });
    await user.clear(capacity);
    await user.type(capacity, "6");
    await user.click(button("Start afresh"));
    expect(lineOf(player.state).at(0).frame.state).toMatchObject({ capacity: 6 });
  });

  it("listen to the shortcuts of the system", async () => {
    const { user, player } = open();
    await user.keyboard("p");
    expect(player.state.hand?.recording.inputs).toHaveLength(1);
  });
});

describe("for the ears", () => {
  it("says after a press how things stand, while playing only the step", async () => {
    const { user, settle, ticker } = open();
    const ears = screen.getByRole("status", { name: "What just happened" });
    await user.keyboard("{ArrowRight}{ArrowRight}");
    settle();
    expect(ears.textContent).toContain("push: return. 1 held.");
    await user.keyboard(" ");
    act(() => ticker.pass(60_000));
    expect(ears.textContent).toContain("One more item arrives. Where will tail point?");
  });
});

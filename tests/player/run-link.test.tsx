import { act, configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { traceHash } from "../../src/engine/index.ts";
import { PlayerView } from "../../src/player/player-view.tsx";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import { openRun } from "../../src/scenario/link/open-run.ts";
import { openLab } from "./race-lab.ts";

// What is loaded on demand comes when it comes: how long that takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 60_000 });

afterEach(() => vi.restoreAllMocks());

async function open() {
  const { player } = openLab("producer-consumer");
  const user = userEvent.setup();
  render(<PlayerView player={player} free tab="log" onTab={() => {}} />);
  const button = await screen.findByTitle("Copy a link to this very moment");
  const heard = () => screen.getByRole("status", { name: "What just happened" }).textContent;
  return { player, user, button, heard };
}

describe("the link to a run by hand", () => {
  it("is copied, said so, and leads to the same frame of the same run", async () => {
    const { player, user, button, heard } = await open();
    act(() => doByHand(player, { operation: "run", values: { for: 40 } }));
    act(() => doByHand(player, { operation: "kill", values: { thread: "C1" } }));
    act(() => player.seek(17));
    await user.click(button);
    expect(heard()).toBe("Link copied.");
    const query = new URL(await navigator.clipboard.readText()).hash.split("?")[1];
    const recording = player.state.hand?.recording;
    const system = recording?.setup.system;
    if (recording === undefined || system === undefined) throw new Error("there is no run");
    const opened = openRun(system, new Map(new URLSearchParams(query)));
    expect(opened).toMatchObject({ at: 17, problems: [] });
    expect(opened.recording.frame(17)).toEqual(recording.frame(17));
    expect(traceHash(opened.recording.setup, opened.recording.inputs)).toBe(
      traceHash(recording.setup, recording.inputs),
    );
  });

  it("is shown to be copied by hand where the browser does not let the page copy it", async () => {
    const { player, user, button } = await open();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    act(() => doByHand(player, { operation: "run", values: { for: 7 } }));
    await user.click(button);
    const field = await screen.findByRole<HTMLInputElement>("textbox", { name: "Address of this run" });
    expect(field.value).toContain("#/lab/producer-consumer?do=run+7+ms");
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
    act(() => player.seek(1));
    expect(screen.queryByRole("textbox", { name: "Address of this run" })).toBeNull();
  });

  it("is not to be had of a run that no address can hold", async () => {
    const { player, user, button, heard } = await open();
    const write = vi.spyOn(navigator.clipboard, "writeText");
    act(() => {
      for (let count = 0; count < 200; count++) {
        doByHand(player, { operation: "run", values: { for: 1 } });
        doByHand(player, { operation: "set", values: { parameter: "producers", value: 1 + (count % 3) } });
      }
    });
    await user.click(button);
    expect(heard()).toMatch(/too long for a link/);
    expect(write).not.toHaveBeenCalled();
  });
});

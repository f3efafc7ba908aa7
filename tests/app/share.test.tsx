import { act, configure, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ShareButton } from "../../src/app/share/share-button.tsx";
import { SHARE_KEY } from "../../src/app/share/share-key.ts";
import { Memory, MemoryContext } from "../../src/app/storage/memory.ts";
import { registry, traceHash } from "../../src/engine/index.ts";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import { Player } from "../../src/player/store/player.ts";
import { openRun } from "../../src/scenario/link/open-run.ts";
import { readQuery } from "../../src/scenario/link/query.ts";
import { HandTicker } from "../player/hand-ticker.ts";
import { openLab } from "../player/race-lab.ts";
import { tinyEpisode } from "../player/tiny-episode.ts";

// What is loaded on demand comes when it comes: how long that takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 60_000 });

beforeEach(() => {
  // jsdom has the element but not what it does.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

function show(player: Player) {
  const user = userEvent.setup();
  render(
    <MemoryContext value={new Memory(localStorage)}>
      <ShareButton player={player} />
    </MemoryContext>,
  );
  return user;
}

async function openDialog(player: Player) {
  const user = show(player);
  await user.click(screen.getByRole("button", { name: "Share" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Share" }));
  const address = () => dialog.getByRole<HTMLInputElement>("textbox", { name: "Address" }).value;
  return { user, dialog, address };
}

describe("sharing a run by hand", () => {
  it("copies a link to the same frame of the same run", async () => {
    const { player } = openLab("producer-consumer");
    doByHand(player, { operation: "run", values: { for: 40 } });
    doByHand(player, { operation: "kill", values: { thread: "C1" } });
    player.seek(17);
    const { user, dialog, address } = await openDialog(player);
    await user.click(dialog.getByRole("button", { name: "Copy link" }));
    expect(dialog.getByRole("status").textContent).toBe("Link copied.");
    const link = await navigator.clipboard.readText();
    expect(link).toBe(address());
    const recording = player.state.hand?.recording;
    const system = recording?.setup.system;
    if (recording === undefined || system === undefined) throw new Error("there is no run");
    const { query } = readQuery(new URLSearchParams(new URL(link).hash.split("?")[1]));
    const opened = openRun(system, query);
    expect(opened).toMatchObject({ at: 17, problems: [] });
    expect(opened.recording.frame(17)).toEqual(recording.frame(17));
    expect(traceHash(opened.recording.setup, opened.recording.inputs)).toBe(
      traceHash(recording.setup, recording.inputs),
    );
    expect(dialog.getByText(query.get("sum") ?? "no fingerprint")).toBeTruthy();
    expect(dialog.getByText(/sees exactly this, or is told .* check number of what you see/)).toBeTruthy();
  });

  it("selects the address where the browser does not let the page copy it", async () => {
    const { player } = openLab("producer-consumer");
    doByHand(player, { operation: "run", values: { for: 7 } });
    const { user, dialog } = await openDialog(player);
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await user.click(dialog.getByRole("button", { name: "Copy link" }));
    expect(dialog.getByRole("status").textContent).toMatch(/does not let the page copy/);
    const field = dialog.getByRole<HTMLInputElement>("textbox", { name: "Address" });
    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(field.value);
  });

  it("offers the run from its start, and the system with nothing done", async () => {
    const { player } = openLab("producer-consumer", { capacity: 3 });
    doByHand(player, { operation: "run", values: { for: 7 } });
    const { user, dialog, address } = await openDialog(player);
    expect(address()).toMatch(/#\/lab\/producer-consumer\?capacity=3&do=run\+7\+ms&sum=[0-9a-f]{8}$/);
    await user.click(dialog.getByRole("radio", { name: /^Your whole run/ }));
    expect(address()).toMatch(/do=run\+7\+ms&at=0&sum=/);
    await user.click(dialog.getByRole("radio", { name: /^This system/ }));
    expect(address()).toMatch(/#\/lab\/producer-consumer\?capacity=3$/);
    expect(dialog.queryByText(/check number/)).toBeNull();
  });

  it("compresses a long run, and offers a file of one that no link can hold", async () => {
    const { player } = openLab("producer-consumer");
    const long = (count: number) => {
      for (let done = 0; done < count; done++) {
        doByHand(player, { operation: "set", values: { parameter: "producers", value: 1 + (done % 3) } });
        doByHand(player, { operation: "run", values: { steps: 1 } });
      }
    };
    long(120);
    const { user, dialog, address } = await openDialog(player);
    expect(address()).toMatch(/#\/lab\/producer-consumer\?z=1[\w-]+$/);
    expect(address().length).toBeLessThan(400);
    await user.click(dialog.getByRole("button", { name: "Close" }));
    act(() => {
      for (let done = 1; done < 2_500; done++) {
        const value = Math.imul(done, 0x9e3779b1) >>> 0;
        doByHand(player, { operation: "run", values: { for: 1 + (value % 9_999) / 1_000 } });
      }
    });
    await user.click(screen.getByRole("button", { name: "Share" }));
    const again = within(await screen.findByRole("dialog", { name: "Share" }));
    expect(again.getByText(/too long for a link, which holds 8,000 characters/)).toBeTruthy();
    expect(again.queryByRole("button", { name: "Copy link" })).toBeNull();
    expect(again.getByRole("button", { name: "Save the run" })).toBeTruthy();
  });
});

describe("sharing an episode", () => {
  const player = () =>
    new Player(tinyEpisode, { ticker: new HandTicker(), chapter: 1, step: 1, reducedMotion: true });

  it("offers the moment, the chapter and the episode", async () => {
    const { user, dialog, address } = await openDialog(player());
    expect(dialog.getByRole("radio", { name: "This moment step 2 of 4" })).toBeTruthy();
    expect(address()).toMatch(/#\/episodes\/tiny\/ring\?step=2&sum=[0-9a-f]{8}$/);
    await user.click(dialog.getByRole("radio", { name: "This chapter “The ring”" }));
    expect(address()).toMatch(/#\/episodes\/tiny\/ring$/);
    await user.click(dialog.getByRole("radio", { name: /^The whole episode/ }));
    expect(address()).toMatch(/#\/episodes\/tiny$/);
    expect(dialog.getByRole("img", { name: "QR code of this link" })).toBeTruthy();
  });

  it("opens by a key, with the picture standing still, and tells of the panel", async () => {
    const playing = player();
    playing.store.setState({ panel: "log" });
    const user = show(playing);
    playing.play(1);
    await user.keyboard(SHARE_KEY);
    await screen.findByRole("dialog", { name: "Share" });
    expect(playing.state.playing).toBe(false);
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Address" }).value).toContain("&tab=log&");
  });

  it("has a key that no operation has", () => {
    const taken = [...registry.values()].flatMap(({ operations }) =>
      Object.values(operations).map(({ shortcut }) => shortcut),
    );
    expect(taken).not.toContain(SHARE_KEY);
  });
});

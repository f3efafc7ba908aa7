import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { App } from "../../src/app/app.tsx";
import type { Shelf } from "../../src/app/storage/kept.ts";
import { Memory, MemoryContext } from "../../src/app/storage/memory.ts";

/** The lab's listings are highlighted when they are first asked for. */
const LOADING = 20_000;

async function open(hash: string, shelf: Shelf | undefined = localStorage) {
  location.hash = hash;
  await act(async () => {
    render(
      <MemoryContext value={new Memory(shelf)}>
        <App />
      </MemoryContext>,
    );
  });
  return userEvent.setup();
}

afterEach(() => {
  localStorage.clear();
  location.hash = "";
});

describe("the season", () => {
  it("shows the seven episodes as a list, and says which are not made yet", async () => {
    await open("#/");
    expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
    expect(screen.getAllByRole("article")).toHaveLength(7);
    expect(screen.getAllByText("Not made yet").length).toBeGreaterThan(0);
  });
});

describe("addresses that lead nowhere", () => {
  it.each([
    ["#/nowhere/at/all", "There is nothing here"],
    ["#/episodes/no-such-episode", "There is no such episode"],
    ["#/lab/no-such-system", "There is no such system"],
  ])("%s says so and shows the way home", async (hash, title) => {
    await open(hash);
    expect(await screen.findByRole("heading", { level: 1, name: title })).toBeTruthy();
    expect(screen.getByRole("link", { name: "See the whole season" })).toBeTruthy();
  });

  it("a system that is misspelt leads to the one that was meant", async () => {
    await open("#/lab/overwriting-ring-bufer");
    const meant = await screen.findByRole("link", { name: "overwriting-ring-buffer" });
    expect(meant.getAttribute("href")).toBe("#/lab/overwriting-ring-buffer");
    expect(screen.getByRole("link", { name: "All systems" })).toBeTruthy();
  });

  it("an episode that is not made says what it will be about", async () => {
    await open("#/episodes/lru-cache");
    expect(await screen.findByText(/is not made yet/)).toBeTruthy();
  });
});

describe("the lab", () => {
  it(
    "runs a system by hand with the parameters of its address, and says what they must be",
    async () => {
      const user = await open("#/lab/overwriting-ring-buffer?capacity=nonsense");
      const notice = await screen.findByText(/capacity must be a whole number/, {}, { timeout: LOADING });
      expect(notice.textContent).toContain("from 1 to");
      await user.click(screen.getByRole("button", { name: "push" }));
      expect(screen.getByRole("status", { name: "Result" }).textContent).toBe("push A → true");
      expect(screen.queryByRole("button", { name: "Back to the episode" })).toBeNull();
    },
    2 * LOADING,
  );
});

describe("the settings", () => {
  it("switch the theme and the size of the text, and keep both", async () => {
    const user = await open("#/nowhere");
    await user.click(await screen.findByRole("button", { name: "Theme: as the system" }));
    await user.click(screen.getByRole("button", { name: "Theme: light" }));
    await user.click(screen.getByRole("button", { name: "Text size: normal" }));
    expect(document.documentElement.dataset).toMatchObject({ theme: "dark", textSize: "large" });
    expect(new Memory(localStorage).store.getState().settings).toMatchObject({
      theme: "dark",
      textSize: "large",
    });
  });

  it("say quietly when the browser keeps nothing", async () => {
    location.hash = "#/nowhere";
    await open("#/nowhere", {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Theme: as the system" }));
    expect(screen.getByText(/This browser keeps nothing/)).toBeTruthy();
  });
});

import season from "virtual:season";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { App } from "../../src/app/app.tsx";
import { Memory, MemoryContext } from "../../src/app/storage/memory.ts";

const LOADING = { timeout: 20_000 };

async function open(hash: string) {
  location.hash = hash;
  await act(async () => {
    render(
      <MemoryContext value={new Memory(localStorage)}>
        <App />
      </MemoryContext>,
    );
  });
  return userEvent.setup();
}

const title = (name: string) => screen.findByRole("heading", { level: 1, name }, LOADING);

afterEach(() => {
  localStorage.clear();
  location.hash = "";
});

it("loads the chapter of the address, and the others when they are asked for", async () => {
  const user = await open("#/episodes/ring-buffers/ring?step=2");
  await title("The ring");
  await user.keyboard("{PageDown}");
  await title("When old data must die");
  expect(location.hash).toBe("#/episodes/ring-buffers/overwrite?step=1");
  const { progress } = new Memory(localStorage).store.getState();
  expect(progress["ring-buffers"]).toMatchObject({ chapter: "overwrite", step: 0 });
  await act(async () => {
    location.hash = "#/episodes/ring-buffers/ring?step=3";
  });
  await title("The ring");
  expect(screen.getByText(/^step 3 of \d+$/)).toBeTruthy();
});

it("has its address follow what is done by hand, and the step again after that", async () => {
  const user = await open("#/episodes/ring-buffers/ring?step=2");
  await title("The ring");
  const push = await screen.findByRole("button", { name: "push" }, LOADING);
  await user.click(push);
  await waitFor(() => expect(location.hash).toMatch(/ring\?step=2&do=push\+\w+$/), LOADING);
  await user.click(push);
  await waitFor(() => expect(location.hash).toMatch(/ring\?step=2&do=push\+\w+;\+push\+\w+$/));
  await user.click(screen.getByRole("button", { name: "Back to the episode" }));
  expect(location.hash).toBe("#/episodes/ring-buffers/ring?step=2");
});

it("has an overview that agrees with every chapter, and a module for each that is made", async () => {
  for (const { chapters, modules } of season) {
    const made = chapters.filter(({ steps }) => steps > 0);
    expect([...modules.keys()]).toEqual(made.map(({ id }) => id));
    for (const overview of made) {
      const module = await modules.get(overview.id)?.load();
      const { scenes: _, beats, ...head } = module?.chapter ?? { scenes: [], beats: [] };
      expect({ ...head, steps: beats.length }).toEqual(overview);
    }
  }
});

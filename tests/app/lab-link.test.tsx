import { act, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { App } from "../../src/app/app.tsx";
import { Memory, MemoryContext } from "../../src/app/storage/memory.ts";

// What is loaded on demand comes when it comes: how long that takes says nothing on a busy machine.
configure({ asyncUtilTimeout: 60_000 });

async function open(hash: string) {
  location.hash = hash;
  await act(async () => {
    render(
      <MemoryContext value={new Memory(localStorage)}>
        <App />
      </MemoryContext>,
    );
  });
  await screen.findByRole("button", { name: "push" });
  return userEvent.setup();
}

const place = () => screen.getByText(/^operation \d+ of \d+$/).textContent;

afterEach(() => {
  localStorage.clear();
  location.hash = "";
});

describe("the address of a lab", () => {
  it("leads to a moment of a run", async () => {
    await open("#/lab/ring-buffer?capacity=4&do=push+A..C;+pop&at=6");
    expect(place()).toBe("operation 1 of 4");
    expect(screen.queryByText(/at must be/)).toBeNull();
  });

  it("follows what is done by hand", async () => {
    const user = await open("#/lab/ring-buffer?capacity=4");
    await user.click(screen.getByRole("button", { name: "push" }));
    await user.click(screen.getByRole("button", { name: "push" }));
    await waitFor(() => expect(location.hash).toBe("#/lab/ring-buffer?capacity=4&do=push+A;+push+B"));
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(location.hash).toBe("#/lab/ring-buffer?capacity=4&do=push+A"));
  });

  it("is up to date when the page is left, however soon", async () => {
    const user = await open("#/lab/ring-buffer");
    await user.click(screen.getByRole("button", { name: "push" }));
    fireEvent(window, new Event("pagehide"));
    expect(location.hash).toBe("#/lab/ring-buffer?do=push+A");
  });

  it("leads elsewhere in the same lab, and back to its beginning", async () => {
    const user = await open("#/lab/ring-buffer");
    await user.click(screen.getByRole("button", { name: "push" }));
    await waitFor(() => expect(location.hash).toBe("#/lab/ring-buffer?do=push+A"));
    await act(async () => {
      location.hash = "#/lab/ring-buffer?do=push+X;+push+Y";
    });
    await waitFor(() => expect(place()).toBe("operation 2 of 2"));
    await act(async () => {
      location.hash = "#/lab/ring-buffer";
    });
    await waitFor(() => expect(screen.queryByText(/^operation 2 of 2$/)).toBeNull());
    expect(location.hash).toBe("#/lab/ring-buffer");
  });
});

import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  // The page of the other tests is at rest from the start.
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
});

it("is not at rest while the browser only waits for what the page is made of", async () => {
  const { loadOnce } = await import("../../src/player/loading/load-once.ts");
  const { useAtRest } = await import("../../src/player/loading/use-at-rest.ts");
  const Page = () => <output>{useAtRest() ? "at rest" : "on its way"}</output>;
  let arrive = () => {};
  loadOnce("the chapter", () => new Promise<void>((resolve) => (arrive = resolve)));
  render(<Page />);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.getByRole("status").textContent).toBe("on its way");
  arrive();
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.getByRole("status").textContent).toBe("at rest");
});

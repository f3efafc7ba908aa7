import { act, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PlayerView } from "../../src/player/player-view.tsx";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import type { ListedMethod, Listing } from "../../src/scenario/index.ts";
import { openLab } from "./race-lab.ts";

const plain = (text: string) => [{ text, kind: "plain" as const }];
const method = (name: string, find: string): ListedMethod => ({
  lines: [plain(`${name}() {`), plain("  lock"), plain(`  ${find}`), plain("  wait")],
  call: 0,
  marks: { lock: [1], [find]: [2], wait: [3] },
  sites: [
    { mark: "lock", line: 1, next: [1] },
    { mark: find, line: 2, next: [2] },
    { mark: "wait", line: 3, next: [0] },
  ],
  first: [0],
});
const methods = { put: method("put", "find-full"), get: method("get", "find-empty") };
const listing = (structure: string): Listing => ({
  structure,
  languages: [{ language: "typescript", methods }],
});

it("lights the line of the thread that moved last, and names the others at theirs", () => {
  const listings = new Map(["BoundedBlockingQueue", "QueueWithIf"].map((name) => [name, listing(name)]));
  const { player } = openLab("thread-race", { code: "if-not-while" }, listings);
  render(<PlayerView player={player} free tab="typescript" onTab={() => {}} />);
  const pick = (thread: string) => act(() => doByHand(player, { operation: "pick", values: { thread } }));
  const lines = () =>
    [...document.querySelectorAll(".code-line")].map((line) => line.textContent?.replace("\n", ""));
  const lit = () => document.querySelector(".code-line[aria-current]")?.textContent;
  expect(lines()[0]).toBe("put() {");
  expect(lit()).toBeUndefined();
  pick("C0");
  expect(lit()).toContain("lock");
  pick("C0");
  pick("C0");
  expect(lit()).toMatch(/^C0: .*wait/);
  pick("C1");
  expect(lit()).toMatch(/^C1: .*lock/);
  expect(lines()[3]).toMatch(/^C0: /);
  pick("P0");
  expect(lines()[0]).toMatch(/put\(\)/);
  expect(screen.queryByText(/C0: /)).toBeNull();
});

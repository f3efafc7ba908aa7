import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Mark } from "../../src/stage/mark.ts";
import type { Pane } from "../../src/stage/pane.ts";
import { Stage, type StageProps } from "../../src/stage/stage.tsx";

const slot = (value: number): Mark => ({
  key: `slot:${value}`,
  kind: "rect",
  n: { x: value * 20, y: 0, w: 18, h: 18 },
  style: "slot",
  subject: `item:${value}`,
  action: { name: `slot ${value}`, pick: "slot", value },
});
const pane = (id: string, marks: readonly Mark[]): Pane => ({
  id,
  label: id,
  x: 0,
  y: 0,
  width: 100,
  height: 50,
  marks,
});

function show(changes: Partial<StageProps> = {}) {
  const props: StageProps = {
    panes: [pane("ring", [slot(2), slot(0), slot(1)]), pane("tape", [slot(1)])],
    lit: null,
    onPoint: vi.fn(),
    onPick: vi.fn(),
    picking: "slot",
    width: 200,
    height: 100,
    label: "The stage",
    ...changes,
  };
  render(<Stage {...props} />);
  return props;
}

describe("Stage", () => {
  it("names the panes and what can be chosen", () => {
    show();
    expect(screen.getByRole("figure", { name: "The stage" })).toBeDefined();
    expect(screen.getByRole("group", { name: "ring" })).toBeDefined();
    expect(screen.getAllByRole("button", { name: "slot 1" })).toHaveLength(2);
  });

  it("is no row of buttons while nothing is to be chosen", () => {
    show({ picking: null });
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getAllByRole("img", { name: "slot 1" })).toHaveLength(2);
  });

  it("makes buttons only of what is asked for", () => {
    show({ picking: "thread" });
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("reaches what may not be chosen with the arrows too, as an image with a name", async () => {
    const user = userEvent.setup();
    const item: Mark = {
      ...slot(7),
      key: "item:7",
      action: { name: "A7, in the queue", pick: "item", value: 7 },
    };
    show({ panes: [pane("ring", [slot(2), item])], picking: "slot" });
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(screen.getByRole("img", { name: "A7, in the queue" }));
    expect(screen.queryByRole("button", { name: "A7, in the queue" })).toBeNull();
  });

  it("has one Tab stop a pane and moves with the arrows, round and round", async () => {
    const user = userEvent.setup();
    show();
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("slot 2");
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("slot 0");
    await user.keyboard("{End}{ArrowLeft}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("slot 1");
    await user.tab();
    expect(document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane")).toBe("tape");
  });

  it("picks by click, Enter and Space, and keeps the keys to itself", async () => {
    const user = userEvent.setup();
    const outside = vi.fn();
    window.addEventListener("keydown", outside);
    const { onPick } = show();
    await user.tab();
    await user.keyboard("{Enter} ");
    await user.click(screen.getByRole("button", { name: "slot 0" }));
    expect(vi.mocked(onPick).mock.calls.map(([action]) => action.value)).toEqual([2, 2, 0]);
    expect(outside.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(["Tab"]);
    window.removeEventListener("keydown", outside);
  });

  it("tells the subject that is pointed at, and lights all marks of it", () => {
    const { onPoint } = show({ lit: "item:1" });
    fireEvent.pointerOver(screen.getByRole("button", { name: "slot 0" }));
    expect(onPoint).toHaveBeenCalledWith("item:0");
    expect(document.querySelectorAll(".lit")).toHaveLength(2);
  });
});

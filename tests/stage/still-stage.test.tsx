import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { paneOf } from "../../src/stage/pane.ts";
import { Stage } from "../../src/stage/stage.tsx";
import { StillStage } from "../../src/stage/still-stage.ts";
import { galleryStates } from "../../src/views/gallery-states.ts";

const SIZE = { width: 900, height: 600 };

/** What is to be seen of a stage, attributes in any order; which mark Tab stops at is not. */
function seen(stage: Element): string[] {
  return [...stage.querySelectorAll("svg *")].map(({ tagName, attributes, textContent }) => {
    const written = [...attributes].map(({ name, value }) => `${name}="${value}"`).sort();
    return `${tagName} ${written.filter((text) => !text.startsWith("tabindex")).join(" ")}: ${textContent}`;
  });
}

it("shows whatever the stage of the page shows, whatever it has shown before", () => {
  const still = new StillStage();
  const states = galleryStates.filter((_, index) => index % 3 === 0);
  expect(states.length).toBeGreaterThan(20);
  for (const { id, view, from, to, t } of states) {
    const pane = paneOf({ id: view.id, label: view.title, x: 4, y: 2, ...SIZE, view, from, to, t });
    still.paint([pane], SIZE);
    const { container, unmount } = render(
      <Stage
        panes={[pane]}
        {...SIZE}
        label="Picture"
        lit={null}
        picking={null}
        onPoint={() => {}}
        onPick={() => {}}
      />,
    );
    const expected = seen(container);
    expect(expected.length).toBeGreaterThan(0);
    expect(seen(still.element), id).toEqual(expected);
    unmount();
  }
});

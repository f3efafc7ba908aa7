import { readFileSync } from "node:fs";
import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import "../../src/embed/element/time-machine.ts";
import { Ring } from "./host/react-host.tsx";

it("stands in a page made with React, as the docs show it", () => {
  const rights: number[] = [];
  const { container } = render(<Ring onRight={(right) => rights.push(right)} />);
  const machine = container.querySelector("time-machine");
  expect([...(machine?.attributes ?? [])].map(({ name, value }) => [name, value])).toEqual(
    expect.arrayContaining([
      ["place", "#/episodes/ring-buffers/overwrite?step=4"],
      ["theme", "dark"],
      ["loop", ""],
    ]),
  );
  machine?.dispatchEvent(
    new CustomEvent("score", { detail: { chapter: "ring", asked: 3, answered: 3, right: 2 } }),
  );
  expect(rights).toEqual([2]);
});

it("is what the docs show", () => {
  const source = readFileSync("tests/embed/host/react-host.tsx", "utf8");
  const shown = source.replace("../../../src/embed/element/published-types.ts", "./time-machine.js");
  expect(readFileSync("docs/embedding.md", "utf8")).toContain(`\`\`\`tsx\n${shown}\`\`\``);
});

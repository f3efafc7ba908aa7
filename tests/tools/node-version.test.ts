import { expect, test } from "vitest";
import { nodeComplaint } from "../../src/tools/node-version.mjs";

test.each(["20.19.0", "20.20.2", "22.12.0", "24.1.0", "100.0.0"])("Node %s will do", (version) => {
  expect(nodeComplaint(version)).toBeUndefined();
});

test.each(["14.21.3", "18.20.4", "20.18.3", "21.7.3", "22.11.0"])("Node %s will not do", (version) => {
  expect(nodeComplaint(version)).toBe(
    `This is Node ${version}. Node 20.19 or a newer 20, or 22.12 or newer, is needed: see https://nodejs.org/.`,
  );
});

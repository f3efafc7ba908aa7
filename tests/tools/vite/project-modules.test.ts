import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { registry } from "../../../src/engine/index.ts";
import { ProjectModules } from "../../../src/tools/vite/project-modules.ts";
import { EPISODE, Project } from "./project.ts";

const ours = new ProjectModules(process.cwd());

describe.each([...registry.keys()])("the system %s", (id) => {
  test("stands in a file of its name", () => {
    const { file, name } = ours.system(id);
    expect(readFileSync(file, "utf8")).toMatch(new RegExp(`export const ${name} = [^;]*?\\bid: "${id}"`));
  });

  test("shows the source of structures that are there", () => {
    for (const { source } of Object.values(registry.get(id)?.operations ?? {})) {
      if (source !== undefined) expect(existsSync(ours.structure(source.structure))).toBe(true);
    }
  });
});

test("a name without a file, or with two, is refused", async () => {
  await using project = new Project({ "episodes/07-rings/en.md": EPISODE });
  const modules = new ProjectModules(project.root);
  expect(() => modules.system("ring")).toThrow(
    "the system “ring” must stand in exactly one file ring.ts below src/engine/systems; found 0",
  );
  expect(() => modules.structure("HashRing")).toThrow(
    "the structure HashRing must stand in exactly one file hash-ring.ts below src/engine/structures; found 0",
  );
  expect(() => modules.system("registry")).toThrow(
    "must export the system “registry” under the name registry",
  );
});

test("views and texts are those that are there", async () => {
  await using project = new Project({ "episodes/07-rings/en.md": EPISODE, "episodes/notes.md": "" });
  const modules = new ProjectModules(project.root);
  expect(modules.views).toEqual(["ring", "tape"]);
  expect(modules.episodes).toEqual([`${project.root}/episodes/07-rings/en.md`]);
});

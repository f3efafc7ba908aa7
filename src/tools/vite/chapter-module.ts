import { fileURLToPath } from "node:url";
import type { System } from "../../engine/index.ts";
import { type Chapter, counted, listedStructures, type Scene } from "../../scenario/index.ts";
import { literal } from "./module-text.ts";
import { openingText } from "./opening-text.ts";
import type { ModuleExport, ProjectModules } from "./project-modules.ts";

const VECTORS = fileURLToPath(import.meta.resolve("../../engine/kernel/persistent-vector.ts"));

/**
 * The JavaScript of a chapter's module: its data, the frame that it opens with, and imports of exactly what shows that.
 * What later scenes show is sent for when they come near, and so are all systems: the chapter's moments are known without
 * running them.
 */
export function chapterModule(
  chapter: Chapter,
  systems: ReadonlyMap<string, System>,
  modules: ProjectModules,
): string {
  const { scenes } = chapter;
  const viewsOf = (shown: readonly Scene[]) => unique(shown.flatMap(({ views }) => views));
  const now = viewsOf(scenes.slice(0, 1));
  const later = viewsOf(scenes).filter((id) => !now.includes(id));
  // A reader may set other parameters, so all that a system may ever show can be sent for, when its code is looked at.
  const listings = unique(
    scenes.flatMap(({ system: id }) => {
      const system = systems.get(id);
      return system === undefined ? [] : listedStructures(system);
    }),
  );
  const listingFile = (id: string) => `${modules.structure(id)}?listing`;
  const imports: string[] = [];
  const map = (ids: readonly string[], value: (id: string) => string) =>
    `new Map([${ids.map((id) => `[${JSON.stringify(id)},${value(id)}]`).join(",")}])`;
  const imported = (statement: (local: string) => string) => {
    const local = `import${imports.length}`;
    imports.push(statement(local));
    return local;
  };
  const exported = ({ name, file }: ModuleExport) =>
    imported((local) => `import { ${name} as ${local} } from ${JSON.stringify(file)};`);
  const sentFor = (file: string, name: string) =>
    `() => import(${JSON.stringify(file)}).then((module) => module.${name})`;
  const opening = openingText(chapter, systems);
  if (opening?.hasVectors) imports.push(`import { PersistentVector } from ${JSON.stringify(VECTORS)};`);
  const isLater = (id: string) => opening !== undefined || id !== scenes[0]?.system;
  const named = unique(scenes.map(({ system }) => system));
  const fields = {
    chapter: literal(unchecked(counted(chapter, systems))),
    ...(opening === undefined ? {} : { opening: opening.text }),
    systems: map(
      named.filter((id) => !isLater(id)),
      (id) => exported(modules.system(id)),
    ),
    views: map(now, (id) => exported(modules.view(id))),
    listings: "new Map()",
    laterViews: map(later, (id) => sentFor(modules.view(id).file, modules.view(id).name)),
    laterSystems: map(named.filter(isLater), (id) =>
      sentFor(modules.system(id).file, modules.system(id).name),
    ),
    laterListings: map(listings, (id) => sentFor(listingFile(id), "default")),
  };
  const body = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return [...imports, `export default { ${body.join(", ")} };`].join("\n");
}

/** What a text expects has been checked by now. */
function unchecked(chapter: Chapter): Chapter {
  return { ...chapter, beats: chapter.beats.map((beat) => ({ ...beat, expects: [] })) };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

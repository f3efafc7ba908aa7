import listings from "virtual:listings";
import { registry } from "../../engine/systems/registry.ts";
import type { ChapterModule } from "../../player/episode-module.ts";
import { type Chapter, listedStructures } from "../../scenario/index.ts";
import type { View } from "../../views/view.ts";

const views = import.meta.glob<View>("../../views/*/view.ts", { import: "view" });
const byId = new Map(
  Object.entries(views).map(([path, load]) => [path.split("/").at(-2) ?? "", load] as const),
);

/** Ids of all views. */
export const viewIds: readonly string[] = [...byId.keys()].sort();

/** A chapter that was not built with the page, with all that it needs to be played. What others load is loaded once. */
export async function loadChapterModule(chapter: Chapter): Promise<ChapterModule> {
  const systems = new Map(
    chapter.scenes.flatMap(({ system: id }) => {
      const system = registry.get(id);
      return system === undefined ? [] : [[id, system] as const];
    }),
  );
  const shown = new Set(chapter.scenes.flatMap((scene) => scene.views));
  const named = new Set([...systems.values()].flatMap((system) => listedStructures(system)));
  const [drawn, listed] = await Promise.all([
    Promise.all([...shown].map((id) => byId.get(id)?.())),
    Promise.all([...named].map((id) => listings.get(id)?.())),
  ]);
  return {
    chapter,
    systems,
    views: new Map(drawn.flatMap((view) => (view === undefined ? [] : [[view.id, view]]))),
    listings: new Map(
      listed.flatMap((listing) => (listing === undefined ? [] : [[listing.structure, listing]])),
    ),
  };
}

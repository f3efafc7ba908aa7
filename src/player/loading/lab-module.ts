import listings from "virtual:listings";
import type { Setup, System } from "../../engine/index.ts";
import { listedStructures } from "../../scenario/index.ts";
import type { View } from "../../views/view.ts";
import type { ChapterModule, EpisodeModule } from "../episode-module.ts";

const views = import.meta.glob<View>("../../views/*/view.ts", { import: "view" });

/** A system as an episode of one silent step, so that everything that plays episodes can show it. */
export async function loadLabModule({ system, parameters, seed }: Setup): Promise<EpisodeModule> {
  const [shown, listed] = await Promise.all([
    loadViews(system),
    Promise.all(listedStructures(system).map((structure) => listings.get(structure)?.())),
  ]);
  const scene = { system: system.id, parameters, seed, views: shown.map(({ id }) => id) };
  const silent = { scene: 0, text: [], inputs: [], expects: [] };
  const { id, title } = system;
  const head = { id, title, short: title, start: 0, duration: 0 };
  const module: ChapterModule = {
    chapter: { ...head, scenes: [scene], beats: [silent] },
    systems: new Map([[id, system]]),
    views: new Map(shown.map((view) => [view.id, view])),
    listings: new Map(
      listed.flatMap((listing) => (listing === undefined ? [] : [[listing.structure, listing]])),
    ),
  };
  const episode = { slug: "lab", number: 0, title, duration: 0, chapters: [{ ...head, steps: 1 }] };
  return { episode, chapters: new Map([[id, module]]) };
}

async function loadViews(system: System): Promise<readonly View[]> {
  const ids: readonly string[] = system.views ?? ["ring"];
  const loaded = await Promise.all(ids.map((id) => views[`../../views/${id}/view.ts`]?.()));
  return loaded.filter((view) => view !== undefined);
}

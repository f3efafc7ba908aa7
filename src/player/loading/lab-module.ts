import type { Setup } from "../../engine/index.ts";
import type { EpisodeModule } from "../episode-module.ts";
import { LAB } from "../link/lab-href.ts";
import { loadChapterModule } from "./play-module.ts";

/** A system as an episode of one silent step, so that everything that plays episodes can show it. */
export async function loadLabModule({ system, parameters, seed }: Setup): Promise<EpisodeModule> {
  const { id, title, views = ["ring"] } = system;
  const scene = { system: id, parameters, seed, views };
  const silent = { scene: 0, text: [], inputs: [], expects: [] };
  const head = { id, title, short: title, start: 0, duration: 0 };
  const module = await loadChapterModule({ ...head, scenes: [scene], beats: [silent] });
  const episode = { slug: LAB, number: 0, title, duration: 0, chapters: [{ ...head, steps: 1 }] };
  return { episode, chapters: new Map([[id, module]]) };
}

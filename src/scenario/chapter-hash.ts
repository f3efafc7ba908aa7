import { Fingerprint, type System, traceHash } from "../engine/index.ts";
import type { Chapter } from "./episode.ts";

/** The fingerprint of everything that happens in a chapter: the same text gives the same one on every run and machine. */
export function chapterHash(chapter: Chapter, systems: ReadonlyMap<string, System>): string {
  const fingerprint = new Fingerprint();
  for (const [index, scene] of chapter.scenes.entries()) {
    const system = systems.get(scene.system);
    if (system === undefined) throw new Error(`there is no system “${scene.system}”`);
    const inputs = chapter.beats.filter((beat) => beat.scene === index).flatMap((beat) => beat.inputs);
    fingerprint.add(traceHash({ system, parameters: scene.parameters, seed: scene.seed }, inputs));
  }
  return fingerprint.toString();
}

import { Recording, type System } from "../engine/index.ts";
import type { Chapter } from "./episode.ts";

/**
 * A chapter with the number of frames that each operation of its scenes with a kernel makes, so that a reader's page need
 * not run them before it shows the first: see `Recording.schedule`.
 *
 * @param systems every system that the chapter names, by id
 */
export function counted(chapter: Chapter, systems: ReadonlyMap<string, System>): Chapter {
  const recordings = chapter.scenes.map(({ system: id, parameters, seed }) => {
    const system = systems.get(id);
    return system?.kernel === undefined ? undefined : new Recording({ system, parameters, seed });
  });
  const beats = chapter.beats.map((beat) => {
    const recording = recordings[beat.scene];
    if (recording === undefined) return beat;
    const frames = beat.inputs.map((input) => {
      const before = recording.length;
      recording.do(input);
      return recording.length - before;
    });
    return { ...beat, frames };
  });
  return { ...chapter, beats };
}

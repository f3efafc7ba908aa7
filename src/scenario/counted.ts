import { type Input, Recording, type System } from "../engine/index.ts";
import { changedFields } from "./changed-fields.ts";
import type { Chapter } from "./episode.ts";

/**
 * A chapter with the number of frames that each of its operations makes and how much each frame changes, so that a reader's
 * page knows the chapter's moments and its time without running it: see `Recording.schedule`.
 *
 * @param systems every system that the chapter names, by id
 */
export function counted(chapter: Chapter, systems: ReadonlyMap<string, System>): Chapter {
  const recordings = chapter.scenes.map(({ system: id, parameters, seed }) => {
    const system = systems.get(id);
    return system === undefined ? undefined : new Recording({ system, parameters, seed });
  });
  const beats = chapter.beats.map((beat) => {
    const recording = recordings[beat.scene];
    if (recording === undefined) return beat;
    if (recording.setup.system.kernel === undefined) {
      const changes = beat.inputs.map((input) => changesOf(recording, input));
      return { ...beat, frames: changes.map(({ length }) => length), changes };
    }
    const frames = beat.inputs.map((input) => {
      const before = recording.length;
      recording.do(input);
      return recording.length - before;
    });
    return { ...beat, frames };
  });
  return { ...chapter, beats };
}

/** Does one more operation, and tells how many fields each of its frames changes. */
function changesOf(recording: Recording, input: Input): number[] {
  const before = recording.length;
  recording.do(input);
  const state = (index: number) => recording.frame(index).state;
  return Array.from(
    { length: recording.length - before },
    (_, at) => changedFields(state(before + at - 1), state(before + at)).length,
  );
}

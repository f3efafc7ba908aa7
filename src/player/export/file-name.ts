import { lineOf, type PlayerState } from "../store/player-state.ts";

/** What a file is called: `ring-buffers-overwrite-step-4.png`. Steps are counted from 0. */
export function fileName(state: PlayerState, extension: string, first: number, last: number): string {
  const { hand, episode, track } = state;
  const place = hand === null ? [episode.slug, track.track.chapter.id] : [hand.scene.system, "by-hand"];
  const all = first === 0 && last >= lineOf(state).steps - 1;
  const word = hand === null ? "step" : "operation";
  const count = (step: number) => (hand === null ? step + 1 : step);
  const part =
    all && last > 0 ? [] : first === last ? [word, count(first)] : [`${word}s`, count(first), count(last)];
  return `${[...place, ...part].join("-")}.${extension}`;
}

import { useEffect, useState } from "react";
import { useMemory, useRemembered } from "../../app/storage/memory.ts";
import { useAppearance } from "../../app/use-appearance.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { watchPlayer } from "../../player/events/watch-player.ts";
import { PlayerView } from "../../player/player-view.tsx";
import { Player } from "../../player/store/player.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import type { CourseDefinition } from "../definition.ts";
import type { Sitting } from "../sitting.ts";
import { CourseHeader } from "./course-header.tsx";

interface CoursePageProps {
  readonly course: EpisodeModule;
  readonly definition: CourseDefinition;
  readonly sitting: Sitting;
}

/** One course: the player, what is told of the learner, and nothing that leads elsewhere. */
export function CoursePage({ course, definition, sitting }: CoursePageProps) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const [player] = useState(() => {
    const { chapter, step, answers } = placeOf(sitting, course);
    const { speed } = memory.store.getState().settings;
    return new Player(course, { ticker: frameTicker, chapter, step, answers, speed });
  });
  useAppearance();
  useReducedMotion(player);
  useEffect(() => record(player, sitting), [player, sitting]);
  useEffect(() => followArrivals(player, sitting, course), [player, sitting, course]);
  return (
    <>
      <title>{definition.title}</title>
      <CourseHeader title={definition.title} format={definition.format} sitting={sitting} player={player} />
      <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
    </>
  );
}

function placeOf(sitting: Sitting, { episode }: EpisodeModule) {
  const { record } = sitting.store.getState();
  const chapter = Math.max(
    0,
    episode.chapters.findIndex(({ id }) => id === record.chapter),
  );
  return { chapter, step: record.step, answers: record.answers };
}

/** Note what the learner does. */
function record(player: Player, sitting: Sitting): () => void {
  const ends = watchPlayer(player, {
    step: ({ chapter, step }) => sitting.at(chapter, step - 1),
    beat: ({ chapter, step }) => sitting.seen(chapter, step - 1),
  });
  const unsubscribe = player.store.subscribe(({ answers }) => sitting.answered(answers));
  return () => {
    ends();
    unsubscribe();
  };
}

/** A system that answers late may know more than the learner has done since. */
function followArrivals(player: Player, sitting: Sitting, course: EpisodeModule): () => void {
  return sitting.store.subscribe((state, before) => {
    if (state.arrivals === before.arrivals) return;
    // Told first of where the learner stands, and then of what that comes to.
    queueMicrotask(() => {
      const { chapter, step, answers } = placeOf(sitting, course);
      player.store.setState({ answers });
      if (player.state.hand === null && !player.state.playing) player.openChapter(chapter, step);
    });
  });
}

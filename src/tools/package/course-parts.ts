import { readFileSync } from "node:fs";
import { registry } from "../../engine/index.ts";
import type { ChapterOverview, SeasonEpisode } from "../../scenario/index.ts";
import { parseEpisode } from "../../scenario/parse/index.ts";
import { ProjectModules } from "../vite/project-modules.ts";
import { readSeason, seasonFileOf } from "../vite/season-module.ts";

/** What a course is made of: an episode's text, and those of its chapters that are made and wanted, in order. */
export interface CourseParts {
  /** The file of the text. */
  readonly file: string;
  readonly episode: SeasonEpisode;
  /** At least one. */
  readonly chapters: readonly ChapterOverview[];
}

/** A wish that cannot be met, told to whoever had it. */
export class WrongWish extends Error {}

/**
 * Find what was asked for.
 *
 * @param root the project's folder
 * @param wanted an episode by number or by slug, and chapters of it by id; none are all that are made
 * @throws WrongWish when there is no such thing, saying what there is
 */
export function courseParts(
  root: string,
  wanted: { episode: string; chapters: readonly string[] },
): CourseParts {
  const modules = new ProjectModules(root);
  const known = { systems: registry, views: modules.views };
  const season = readSeason(seasonFileOf(root), modules.episodes, known);
  const found = season.find(
    ({ episode: { number, slug } }) => String(number) === wanted.episode || slug === wanted.episode,
  );
  const made = season.filter(({ episode }) => episode.made);
  const there = `Made are: ${made.map(({ episode: { number, slug } }) => `${number} (${slug})`).join(", ")}.`;
  if (found === undefined) throw new WrongWish(`There is no episode “${wanted.episode}”. ${there}`);
  const { episode, file } = found;
  if (file === undefined || !episode.made) {
    throw new WrongWish(`Episode ${episode.number}, “${episode.title}”, is not made yet. ${there}`);
  }
  const chapters = episode.chapters.filter(({ steps }) => steps > 0);
  for (const id of wanted.chapters) {
    if (chapters.some((chapter) => chapter.id === id)) continue;
    const why = episode.chapters.some((chapter) => chapter.id === id) ? "is not made yet" : "is not there";
    const ids = chapters.map((chapter) => chapter.id).join(", ");
    throw new WrongWish(`Chapter “${id}” of episode ${episode.number} ${why}. Made are: ${ids}.`);
  }
  return {
    file,
    episode,
    chapters:
      wanted.chapters.length === 0 ? chapters : chapters.filter(({ id }) => wanted.chapters.includes(id)),
  };
}

/** Whether any of its chapters asks something. */
export function hasQuestions({ file, chapters }: CourseParts): boolean {
  const { episode } = parseEpisode(readFileSync(file, "utf8"), { file, systems: registry, views: [] });
  const chosen = new Set(chapters.map(({ id }) => id));
  return episode.chapters.some(
    ({ id, beats }) => chosen.has(id) && beats.some(({ ask }) => ask !== undefined),
  );
}

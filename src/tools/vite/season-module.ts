import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { SeasonEpisode } from "../../scenario/index.ts";
import { type Names, parseEpisode } from "../../scenario/parse/index.ts";
import { fileListMark } from "./chapter-file-lists.ts";
import { literal } from "./module-text.ts";

/** An episode of the season and, when it is made, the file of its text. */
export interface SeasonEntry {
  readonly episode: SeasonEpisode;
  readonly file?: string;
}

const NAMES = ["number", "slug", "title", "problem", "structure", "system", "insight"] as const;

/**
 * Read the season: what `season.yaml` announces, and the head and chapters of each text there is. A text with
 * problems is read as far as it goes: its own module tells what is wrong.
 *
 * @throws Error when the season's file is not as it should be, or a text is not announced in it
 */
export function readSeason(seasonFile: string, texts: readonly string[], known: Names): SeasonEntry[] {
  const announced = readAnnounced(seasonFile);
  const made = new Map(
    texts.map((file) => [file, parseEpisode(readFileSync(file, "utf8"), { file, ...known }).episode]),
  );
  for (const [file, { number, slug }] of made) {
    if (announced.some((episode) => episode.number === number && episode.slug === slug)) continue;
    throw new Error(`${file}: ${seasonFile} announces no episode ${number} “${slug}”`);
  }
  return announced.map((episode) => {
    for (const [file, { number, title, summary, duration, chapters }] of made) {
      if (number !== episode.number) continue;
      const overview = chapters.map(({ id, title, short, start, duration, beats }) => {
        return { id, title, short, start, duration, steps: beats.length };
      });
      const watchable = chapters.some(({ beats }) => beats.length > 0);
      return { file, episode: { ...episode, title, summary, duration, made: watchable, chapters: overview } };
    }
    return { episode };
  });
}

/**
 * The JavaScript of the season's module: the overview, and how to load each chapter that is made.
 *
 * @param root the project's folder
 * @param built whether chapters will stand in files, whose names are then put in the places of their marks
 */
export function seasonModule(entries: readonly SeasonEntry[], root: string, built: boolean): string {
  const items = entries.map(({ episode, file }) => {
    const made = file === undefined ? [] : episode.chapters.filter(({ steps }) => steps > 0);
    const loads = made.map(({ id }) => {
      const module = `${file}?chapter=${id}`;
      const files = built ? `files(${JSON.stringify(fileListMark(relative(root, module)))})` : "[]";
      const load = `()=>import(${JSON.stringify(module)}).then((module)=>module.default)`;
      return `[${JSON.stringify(id)},{files:${files},load:${load}}]`;
    });
    return `{...${literal(episode)},modules:new Map([${loads.join(",")}])}`;
  });
  const files = 'const files=(names)=>names.split(" ").map((name)=>new URL(name,import.meta.url).href);';
  return `${built ? files : ""}export default [${items.join(",\n")}];`;
}

function readAnnounced(file: string): SeasonEpisode[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new Error(`${file}:${line}:${col}: ${error.message}`);
  }
  const episodes: unknown = document.toJS();
  if (!Array.isArray(episodes))
    throw new Error(`${file}: the season is a list of episodes, each with “- number: …”`);
  return episodes.map((episode: unknown, index) =>
    announcedOf(episode, `${file}: episode ${index + 1} of the list`),
  );
}

function announcedOf(episode: unknown, where: string): SeasonEpisode {
  const given = new Map(Object.entries(typeof episode === "object" && episode !== null ? episode : {}));
  for (const name of NAMES) {
    const value: unknown = given.get(name);
    if (typeof value !== (name === "number" ? "number" : "string")) {
      throw new Error(`${where} has no “${name}”; each has ${NAMES.join(", ")}`);
    }
  }
  const text = (name: (typeof NAMES)[number]) => String(given.get(name));
  return {
    number: Number(given.get("number")),
    slug: text("slug"),
    title: text("title"),
    problem: text("problem"),
    structure: text("structure"),
    system: text("system"),
    insight: text("insight"),
    made: false,
    duration: 0,
    chapters: [],
  };
}

/** The file that announces the season, beside the folders of its texts. */
export function seasonFileOf(root: string): string {
  return join(root, "episodes", "season.yaml");
}

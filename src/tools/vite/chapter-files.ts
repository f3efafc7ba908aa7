import { createHash } from "node:crypto";
import type { Rolldown } from "vite";

const CHAPTER = /\/episodes\/(\d+)-[^/]+\/\w+\.md\?chapter=([\w-]+)$/;
const SYSTEM = /\/src\/engine\/systems\//;
/** Exports everything there is: who imports it does not need it all. */
const BARREL = /\/src\/\w+\/index\.ts$/;
/** More chapters than this are not all named. */
const NAMED = 3;

type Graph = Pick<Rolldown.ChunkingContext, "getModuleInfo">;

/**
 * The name of the file for a module that chapters need, for Rolldown's `codeSplitting`: what the same chapters need
 * stands together in one file, so that a chapter comes in few of them and brings along nothing that it does not need.
 * What they need only to run, which is sent for when the picture stands, is in files apart. Null for a module that no
 * chapter needs.
 */
export function chapterFile(id: string, graph: Graph): string | null {
  const needed = importersOf(id, graph);
  const shown = chaptersAmong(needed);
  if (shown.size > 0) return nameOf(shown);
  const systems = [...needed].filter((module) => SYSTEM.test(module));
  const run = chaptersAmong(systems.flatMap((module) => graph.getModuleInfo(module)?.dynamicImporters ?? []));
  return run.size > 0 ? `${nameOf(run)}-run` : null;
}

/** A module and all that import it, however many others are between. */
function importersOf(id: string, graph: Graph): ReadonlySet<string> {
  const seen = new Set([id]);
  for (const module of seen) {
    for (const importer of graph.getModuleInfo(module)?.importers ?? [])
      if (!BARREL.test(importer)) seen.add(importer);
  }
  return seen;
}

function chaptersAmong(modules: Iterable<string>): ReadonlySet<string> {
  const chapters = new Set<string>();
  for (const module of modules) {
    const [, episode, chapter] = CHAPTER.exec(module) ?? [];
    if (chapter !== undefined) chapters.add(`${episode}-${chapter}`);
  }
  return chapters;
}

function nameOf(chapters: ReadonlySet<string>): string {
  const names = [...chapters].sort().join("-");
  if (chapters.size <= NAMED) return names;
  return `${chapters.size}-chapters-${createHash("sha256").update(names).digest("hex").slice(0, 6)}`;
}

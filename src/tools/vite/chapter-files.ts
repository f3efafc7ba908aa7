import { createHash } from "node:crypto";
import type { Rolldown } from "vite";

const CHAPTER = /\/episodes\/(\d+)-[^/]+\/\w+\.md\?chapter=([\w-]+)$/;
/** Exports everything there is: who imports it does not need it all. */
const BARREL = /\/src\/\w+\/index\.ts$/;
/** More chapters than this are not all named. */
const NAMED = 3;

/**
 * The name of the file for a module that chapters need, for Rolldown's `codeSplitting`: what the same chapters need
 * stands together in one file, so that a chapter comes in few of them and brings along nothing that it does not need.
 * Null for a module that no chapter needs from the start.
 */
export function chapterFile(
  id: string,
  graph: Pick<Rolldown.ChunkingContext, "getModuleInfo">,
): string | null {
  const chapters = new Set<string>();
  const seen = new Set([id]);
  for (const module of seen) {
    const [, episode, chapter] = CHAPTER.exec(module) ?? [];
    if (chapter !== undefined) chapters.add(`${episode}-${chapter}`);
    for (const importer of graph.getModuleInfo(module)?.importers ?? [])
      if (!BARREL.test(importer)) seen.add(importer);
  }
  if (chapters.size === 0) return null;
  const names = [...chapters].sort().join("-");
  if (chapters.size <= NAMED) return names;
  return `${chapters.size}-chapters-${createHash("sha256").update(names).digest("hex").slice(0, 6)}`;
}

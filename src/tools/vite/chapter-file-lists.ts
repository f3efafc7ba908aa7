import type { Rolldown } from "vite";

/** Stands in the season's module for the names of a chapter's files, which are known only when all is built. */
export function fileListMark(chapterModule: string): string {
  return `%files of ${chapterModule}%`;
}

/**
 * Put the names of the files that a chapter needs in the place of its mark, relative to the file they stand in and with
 * spaces between. What the page's first script has sent for besides chapters is there already and not named.
 *
 * @param season the id of the season's module
 */
export function fillFileLists(bundle: Rolldown.OutputBundle, season: string): void {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const filesOf = (start: readonly string[]) => {
    const files = new Set(start);
    for (const file of files) {
      for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) files.add(next);
    }
    return files;
  };
  for (const chunk of chunks) {
    if (!chunk.moduleIds.includes(season)) continue;
    const marks = [...chunk.code.matchAll(/%files of (.+?)%/g)].map(([mark, module = ""]) => {
      const file = chunks.find(({ moduleIds }) =>
        moduleIds.some((id) => id.endsWith(`/${module}`)),
      )?.fileName;
      return { mark, file };
    });
    const chapters = new Set(marks.map(({ file }) => file));
    const there = filesOf([chunk.fileName, ...chunk.dynamicImports.filter((file) => !chapters.has(file))]);
    for (const { mark, file } of marks) {
      const files = [...filesOf(file === undefined ? [] : [file])].filter((name) => !there.has(name));
      // Files of scripts stand side by side.
      chunk.code = chunk.code.replace(
        mark,
        files.map((name) => `./${name.slice(name.lastIndexOf("/") + 1)}`).join(" "),
      );
    }
  }
}

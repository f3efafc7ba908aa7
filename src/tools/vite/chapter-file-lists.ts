import type { Rolldown } from "vite";

/** Stands in the season's module for the names of a chapter's files, which are known only when all is built. */
export function fileListMark(chapterModule: string): string {
  return `%files of ${chapterModule}%`;
}

/**
 * Put the names of the files that a chapter needs in the place of its mark, relative to the file they stand in and with
 * spaces between. What every page has sent for at once is there already and not named.
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
    // What a page needs, and what that sends for besides chapters.
    const pages = chunks
      .filter((page) => page.isEntry && filesOf([page.fileName]).has(chunk.fileName))
      .map((page) => {
        const first = filesOf([page.fileName]);
        const sent = chunks.flatMap(({ fileName, dynamicImports }) =>
          first.has(fileName) ? dynamicImports.filter((file) => !chapters.has(file)) : [],
        );
        return filesOf([...first, ...sent]);
      });
    const isThere = (name: string) => pages.length > 0 && pages.every((files) => files.has(name));
    for (const { mark, file } of marks) {
      const files = [...filesOf(file === undefined ? [] : [file])].filter((name) => !isThere(name));
      // Files of scripts stand side by side.
      chunk.code = chunk.code.replace(
        mark,
        files.map((name) => `./${name.slice(name.lastIndexOf("/") + 1)}`).join(" "),
      );
    }
  }
}

import type { Plugin } from "vite";

/**
 * Has each page ask for named files at once, though they are only imported when its first script has run.
 *
 * @param names of the files, by page and in the order in which they are wanted: `{ "index.html": ["player"] }`
 */
export function preload(names: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: "preload",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {}, path }) {
        const wanted = names[path.replace(/^\//, "")] ?? [];
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk" && !file.isEntry);
        const files = wanted.flatMap((name) => chunks.filter((chunk) => chunk.name === name));
        return files.map(({ fileName }) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `./${fileName}` },
          injectTo: "head",
        }));
      },
    },
  };
}

import type { Plugin } from "vite";

/** Has the page ask for named files at once, though they are only imported when its first script has run. */
export function preload(names: readonly string[]): Plugin {
  return {
    name: "preload",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }) {
        const files = Object.values(bundle).filter(
          (file) => file.type === "chunk" && names.includes(file.name),
        );
        return files.map(({ fileName }) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `./${fileName}` },
          injectTo: "head",
        }));
      },
    },
  };
}

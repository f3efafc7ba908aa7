import type { Plugin } from "vite";

const WORKER = /new Worker\(\s*new URL\("([^"]+)", import\.meta\.url\),\s*\{\s*type: "module"\s*\},?\s*\)/g;

/**
 * Has every worker come with the script that starts it: a page that is opened from disk may not start one from a file
 * beside it, and a package is one script anyway.
 */
export function inlineWorkers(): Plugin {
  return {
    name: "inline-workers",
    enforce: "pre",
    transform(code) {
      const imports: string[] = [];
      const inlined = code.replace(WORKER, (_, file: string) => {
        const local = `InlineWorker${imports.length}`;
        imports.push(`import ${local} from ${JSON.stringify(`${file}?worker&inline`)};`);
        return `new ${local}()`;
      });
      return imports.length === 0 ? undefined : { code: `${imports.join("\n")}\n${inlined}`, map: null };
    },
  };
}

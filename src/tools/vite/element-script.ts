import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

/** Where the script stands in the site: its name has no hash, since pages elsewhere name it. */
export const ELEMENT_SCRIPT = "time-machine.js";
/** And what it is called by those who write such pages in TypeScript. */
const ELEMENT_TYPES = "time-machine.d.ts";
const SOURCE = fileURLToPath(new URL("../../embed/element/time-machine.ts", import.meta.url));
/** It declares and does nothing, so it is published as it is. */
const TYPES = fileURLToPath(new URL("../../embed/element/published-types.ts", import.meta.url));

/**
 * The element for other pages as one script that needs nothing else, and its types beside it. In development the script
 * is built when it is asked for.
 */
export function elementScript(): Plugin {
  return {
    name: "element-script",
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const [path] = (request.url ?? "").split("?");
        if (path !== `${server.config.base}${ELEMENT_SCRIPT}`) return next();
        try {
          const source = await builtElement();
          response.setHeader("Content-Type", "text/javascript; charset=utf-8");
          response.setHeader("Access-Control-Allow-Origin", "*");
          response.end(source);
        } catch (error) {
          next(error);
        }
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: ELEMENT_SCRIPT, source: await builtElement() });
      this.emitFile({ type: "asset", fileName: ELEMENT_TYPES, source: readFileSync(TYPES, "utf8") });
    },
  };
}

async function builtElement(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      write: false,
      target: "es2022",
      lib: { entry: SOURCE, formats: ["es"], fileName: () => ELEMENT_SCRIPT },
      minify: true,
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !("output" in output)) throw new Error("the element's script was not built");
  return output.output[0].code;
}

import type { Plugin } from "vite";
import { registry, type System } from "../../engine/index.ts";
import { listedStructures } from "../../scenario/index.ts";
import { buildListing } from "./listing/build-listing.ts";
import { listingModule } from "./listing/listing-module.ts";
import { ProjectModules } from "./project-modules.ts";

const ALL = "virtual:listings";
const RESOLVED_ALL = `\0${ALL}`;

/**
 * Makes `structure.ts?listing` a module whose default export is the structure's listing, and `virtual:listings` the ways
 * to load each one that a system shows, by structure.
 *
 * @param systems those that may be shown; the default is every system
 */
export function listings(systems: ReadonlyMap<string, System> = registry): Plugin {
  let modules = new ProjectModules("");
  return {
    name: "listings",
    enforce: "pre",
    configResolved({ root }) {
      modules = new ProjectModules(root);
    },
    resolveId: (id) => (id === ALL ? RESOLVED_ALL : undefined),
    async load(id) {
      if (id === RESOLVED_ALL) {
        const structures = new Set([...systems.values()].flatMap((system) => listedStructures(system)));
        const loads = [...structures].map((structure) => {
          const file = JSON.stringify(`${modules.structure(structure)}?listing`);
          return `[${JSON.stringify(structure)},()=>import(${file}).then((module)=>module.default)]`;
        });
        return { code: `export default new Map([${loads.join(",")}]);`, moduleType: "js" };
      }
      const [file = "", query] = id.split("?");
      if (query !== "listing") return undefined;
      const { listing, files } = await buildListing(file);
      for (const read of files) this.addWatchFile(read);
      return { code: listingModule(listing), moduleType: "js" };
    },
  };
}

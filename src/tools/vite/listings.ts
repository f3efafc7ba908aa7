import type { Plugin } from "vite";
import { buildListing } from "./listing/build-listing.ts";
import { listingModule } from "./listing/listing-module.ts";

/** Makes `structure.ts?listing` a module whose default export is the structure's listing. */
export function listings(): Plugin {
  return {
    name: "listings",
    enforce: "pre",
    async load(id) {
      const [file = "", query] = id.split("?");
      if (query !== "listing") return undefined;
      const { listing, files } = await buildListing(file);
      for (const read of files) this.addWatchFile(read);
      return { code: listingModule(listing), moduleType: "js" };
    },
  };
}

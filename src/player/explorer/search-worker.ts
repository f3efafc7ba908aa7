import { search } from "../../engine/explore/search.ts";
import { registry } from "../../engine/systems/registry.ts";
import type { SearchMessage, SearchRequest } from "./search-messages.ts";

/** Do what was asked and tell how far it is. Whoever has heard enough ends the worker. */
export function serve(
  { system: id, parameters, seed, inputs }: SearchRequest,
  tell: (message: SearchMessage) => void,
): void {
  try {
    const system = registry.get(id);
    if (system === undefined) throw new Error(`there is no system “${id}”`);
    const searching = search({ system, parameters, seed }, inputs);
    for (;;) {
      const { done, value } = searching.next();
      if (done) {
        tell({ kind: "result", result: value });
        return;
      }
      tell({ kind: "progress", progress: value });
    }
  } catch (error) {
    tell({ kind: "error", message: error instanceof Error ? error.message : String(error) });
  }
}

// In a worker the global scope is what is talked to; there is no window.
if (typeof window === "undefined" && typeof self !== "undefined") {
  self.addEventListener("message", ({ data }: MessageEvent<SearchRequest>) =>
    serve(data, (message) => self.postMessage(message)),
  );
}

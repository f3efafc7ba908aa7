import { search } from "../../engine/explore/search.ts";
import type { Input, Setup } from "../../engine/index.ts";
import type { SearchMessage } from "./search-messages.ts";

/** How long a slice of a search on the page itself may take, in ms. */
const SLICE = 12;

/** A search that is under way. */
export interface Searching {
  /** Where it runs. */
  readonly on: "worker" | "page";
  /** Have it end; nothing more is told. */
  cancel(): void;
}

/**
 * Search in a worker, so that the page stays free; where there are none, in slices on the page itself.
 *
 * @param tell called with each progress, and last with the result or the error
 */
export function startSearch(
  setup: Setup,
  inputs: readonly Input[],
  tell: (message: SearchMessage) => void,
): Searching {
  return inWorker(setup, inputs, tell) ?? onPage(setup, inputs, tell);
}

function inWorker(
  setup: Setup,
  inputs: readonly Input[],
  tell: (message: SearchMessage) => void,
): Searching | undefined {
  if (typeof Worker === "undefined") return undefined;
  let worker: Worker;
  try {
    worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
  worker.addEventListener("message", ({ data }: MessageEvent<SearchMessage>) => {
    if (data.kind !== "progress") worker.terminate();
    tell(data);
  });
  worker.addEventListener("error", ({ message }) => {
    worker.terminate();
    tell({ kind: "error", message: message || "the search could not be loaded" });
  });
  const { system, parameters, seed } = setup;
  worker.postMessage({ system: system.id, parameters, seed, inputs });
  return { on: "worker", cancel: () => worker.terminate() };
}

function onPage(setup: Setup, inputs: readonly Input[], tell: (message: SearchMessage) => void): Searching {
  const searching = search(setup, inputs);
  let timer = setTimeout(slice);
  function slice(): void {
    const end = performance.now() + SLICE;
    try {
      for (;;) {
        const { done, value } = searching.next();
        if (done) {
          tell({ kind: "result", result: value });
          return;
        }
        if (performance.now() < end) continue;
        timer = setTimeout(slice);
        tell({ kind: "progress", progress: value });
        return;
      }
    } catch (error) {
      tell({ kind: "error", message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { on: "page", cancel: () => clearTimeout(timer) };
}

import type { EpisodeMode } from "../link/episode-href.ts";

export { type EpisodeMode, episodeHref } from "../link/episode-href.ts";

/** Where the page is, as its address says after the `#`. */
export type Route =
  | { readonly page: "season" }
  | {
      readonly page: "episode";
      readonly mode: EpisodeMode;
      readonly slug: string;
      readonly chapter?: string;
      /** Counted from 1, as readers count. */
      readonly step?: number;
      /** What was asked for as the step and is none. */
      readonly badStep?: string;
      /** There when the address leads to more than a step. */
      readonly query?: URLSearchParams;
    }
  | { readonly page: "lab"; readonly system?: string; readonly query: URLSearchParams }
  | { readonly page: "gallery"; readonly query: URLSearchParams }
  /** The drafts, or one of them; `text` is one that came with a link, to be copied. */
  | { readonly page: "studio"; readonly draft?: string; readonly text?: string }
  /** An episode whose packed text the address carries. */
  | {
      readonly page: "draft";
      readonly text: string;
      readonly chapter?: string;
      readonly step?: number;
      readonly badStep?: string;
    }
  | { readonly page: "unknown"; readonly path: string };

const MODES: readonly EpisodeMode[] = ["episodes", "present", "notes", "handout"];

/** Read an address such as `#/episodes/ring-buffers/overwrite?step=4`. */
export function parseRoute(hash: string): Route {
  const [path = "", ...search] = hash.replace(/^#/, "").split("?");
  const query = new URLSearchParams(search.join("?"));
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map(decode);
  const [page, first, second] = parts;
  if (page === undefined) return { page: "season" };
  const mode = MODES.find((known) => known === page);
  if (mode !== undefined && first !== undefined && parts.length <= 3) {
    return {
      page: "episode",
      mode,
      slug: first,
      ...(second === undefined ? {} : { chapter: second }),
      ...stepOf(query),
      ...([...query.keys()].every((name) => name === "step") ? {} : { query }),
    };
  }
  if (page === "lab" && parts.length <= 2) {
    return { page: "lab", ...(first === undefined ? {} : { system: first }), query };
  }
  if (page === "gallery") return { page: "gallery", query };
  const text = query.get("text");
  if (page === "studio" && parts.length <= 2) {
    return { page, ...(first === undefined ? {} : { draft: first }), ...(text === null ? {} : { text }) };
  }
  if (page === "draft" && parts.length <= 2) {
    return { page, text: text ?? "", ...(first === undefined ? {} : { chapter: first }), ...stepOf(query) };
  }
  return { page: "unknown", path };
}

function stepOf(query: URLSearchParams): { readonly step?: number; readonly badStep?: string } {
  const text = query.get("step");
  if (text === null) return {};
  return /^[1-9]\d{0,5}$/.test(text) ? { step: Number(text) } : { badStep: text };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

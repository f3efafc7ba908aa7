/** Where the page is, as its address says after the `#`. */
export type Route =
  | { readonly page: "season" }
  | {
      readonly page: "episode";
      readonly slug: string;
      readonly chapter?: string;
      /** Counted from 1, as readers count. */
      readonly step?: number;
      /** What was asked for as the step and is none. */
      readonly badStep?: string;
    }
  | { readonly page: "lab"; readonly system?: string; readonly query: URLSearchParams }
  | { readonly page: "gallery"; readonly query: URLSearchParams }
  | { readonly page: "unknown"; readonly path: string };

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
  if (page === "episodes" && first !== undefined && parts.length <= 3) {
    return {
      page: "episode",
      slug: first,
      ...(second === undefined ? {} : { chapter: second }),
      ...stepOf(query),
    };
  }
  if (page === "lab" && parts.length <= 2) {
    return { page: "lab", ...(first === undefined ? {} : { system: first }), query };
  }
  if (page === "gallery") return { page: "gallery", query };
  return { page: "unknown", path };
}

/** The address of an episode, or of a chapter and a step in it; the step is counted from 1. */
export function episodeHref(slug: string, chapter?: string, step?: number): string {
  const place = chapter === undefined ? "" : `/${encodeURIComponent(chapter)}`;
  return `#/episodes/${encodeURIComponent(slug)}${place}${step === undefined ? "" : `?step=${step}`}`;
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

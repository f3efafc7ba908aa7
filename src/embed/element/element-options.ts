/** The attributes that say which run is shown. A change of one of them leads there. */
export const PLACE = ["episode", "chapter", "step", "lab", "place"] as const;

/** The attributes that say how: each is the option of that name. */
export const OPTIONS = [
  "controls",
  "panels",
  "theme",
  "lang",
  "accent",
  "from",
  "to",
  "start",
  "loop",
  "autoplay",
  "full",
] as const;

/** Those of the element itself: where the site is, how high it is to be, when to load, and its name for screen readers. */
export const OWN = ["site", "height", "loading", "label"] as const;

export type Attribute = (typeof PLACE)[number] | (typeof OPTIONS)[number] | (typeof OWN)[number];

type Get = (name: Attribute) => string | null;

/** What stands after the `#` of the address of the run that some attributes name. */
export function placeOf(get: Get): string {
  const place = get("place");
  if (place !== null) return place.startsWith("#") ? place : `#${place}`;
  const lab = get("lab");
  if (lab !== null) {
    const [system = "", ...query] = lab.split("?");
    return `#/lab/${encodeURIComponent(system)}${query.length === 0 ? "" : `?${query.join("?")}`}`;
  }
  const [chapter, step] = [get("chapter"), get("step")];
  const path = [get("episode") ?? "", ...(chapter === null ? [] : [chapter])].map(encodeURIComponent);
  return `#/episodes/${path.join("/")}${step === null ? "" : `?step=${encodeURIComponent(step)}`}`;
}

/** The address of the frame, for a site, a place in it and the options that are set. */
export function frameAddress(site: string, get: Get): string {
  const query = new URLSearchParams();
  for (const name of OPTIONS) {
    const value = get(name);
    if (value !== null) query.set(name, value);
  }
  const address = new URL("embed.html", site);
  // Commas are as good as what stands for them, and better to read.
  address.search = String(query).replaceAll("%2C", ",");
  address.hash = placeOf(get);
  return address.href;
}

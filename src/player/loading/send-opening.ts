import season from "virtual:season";
import { placeIn } from "../routes/episode-place.ts";
import { parseRoute } from "../routes/route.ts";
import { loadOnce } from "./load-once.ts";
import { openingAt } from "./opening.ts";

/**
 * Send for the chapter that an address leads to. It is small, so that a page's first script can do it: the chapter then
 * travels beside the page's other scripts, not after them.
 */
export function sendOpening(hash: string): void {
  const route = parseRoute(hash);
  if (route.page !== "episode") return;
  const announced = season.find(({ slug }) => slug === route.slug);
  const place = announced && placeIn(announced, route);
  const module = place && announced?.modules.get(place.id);
  if (!module) return;
  const { name, load } = openingAt(route.slug, place, module);
  loadOnce(name, load);
}

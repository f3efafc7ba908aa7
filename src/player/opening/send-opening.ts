import season from "virtual:season";
import type { ChapterModule } from "../episode-module.ts";
import { loadOnce } from "../loading/load-once.ts";
import { placeIn } from "../routes/episode-place.ts";
import { parseRoute } from "../routes/route.ts";
import { openingAt } from "./opening-at.ts";

/** A chapter on its way, and the step of it that the page opens with, counted from 0. */
export interface Opening {
  readonly chapter: Promise<ChapterModule>;
  readonly step: number;
  /** Whether its picture is what the page shows. */
  readonly shown: boolean;
}

/**
 * Send for the chapter that an address leads to; undefined where it leads to none. It is small, so that a page's first
 * script can do it: the chapter then travels beside the page's other scripts, not after them.
 */
export function sendOpening(hash: string): Opening | undefined {
  const route = parseRoute(hash);
  if (route.page !== "episode") return undefined;
  const announced = season.find(({ slug }) => slug === route.slug);
  const place = announced && placeIn(announced, route);
  const module = place && announced?.modules.get(place.id);
  if (!module) return undefined;
  for (const file of module.files) askForScript(file);
  const { name, load } = openingAt(route.slug, place, module);
  return { chapter: loadOnce(name, load).promise, step: place.step, shown: route.mode === "episodes" };
}

/** Have a script come that will be imported: a browser would only learn of it from another that imports it. */
function askForScript(href: string): void {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.crossOrigin = "";
  link.href = href;
  document.head.append(link);
}

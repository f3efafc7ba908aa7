import { afterPaint } from "../player/opening/after-paint.ts";
import { askForType } from "../player/opening/ask-for-type.ts";
import { paintOpening } from "../player/opening/paint-opening.ts";
import type { Opening } from "../player/opening/send-opening.ts";
import { showAppearance } from "./appearance.ts";
import { browserShelf } from "./storage/browser-shelf.ts";
import { Kept, type Shelf } from "./storage/kept.ts";
import { settingsCodec } from "./storage/settings.ts";

/**
 * Have the page look as its reader has set it, and paint the picture that it opens with. What is wrong with a chapter or its
 * picture, the app tells when it has come.
 *
 * @returns where the browser keeps things
 */
export async function showOpening(opening: Opening | undefined): Promise<Shelf | undefined> {
  askForType();
  const shelf = browserShelf();
  showAppearance(new Kept(settingsCodec, shelf).value);
  const root = document.getElementById("root");
  if (root !== null && opening?.shown) {
    try {
      paintOpening(root, await opening.chapter, opening.step);
      await afterPaint();
    } catch {
      root.replaceChildren();
    }
  }
  return shelf;
}

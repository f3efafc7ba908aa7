import { Track } from "../../scenario/index.ts";
import { paneOf } from "../../stage/pane.ts";
import { StillStage } from "../../stage/still-stage.ts";
import type { ChapterModule } from "../episode-module.ts";
import { TrackLine } from "../line/track-line.ts";
import { panesOf } from "../picture/panes-of.ts";
import { pictureAt } from "../picture/picture-at.ts";
import { barePage } from "./bare-page.ts";

/**
 * Paint the picture that a page opens with, before there is anything else on the page. What comes to stand in the same place
 * has to show the same picture.
 *
 * @param step counted from 0; what shows it must have come
 */
export function paintOpening(
  root: HTMLElement,
  { chapter, systems, opening, views }: ChapterModule,
  step: number,
): void {
  const page = barePage();
  root.replaceChildren(page);
  const place = page.querySelector(".picture") as HTMLElement;
  const size = { width: place.clientWidth, height: place.clientHeight };
  if (size.width === 0 || size.height === 0) return;
  const line = new TrackLine(new Track(chapter, systems, opening));
  const position = line.opens(step);
  const picture = pictureAt(line, position);
  const shown = line.scene(line.at(position)).views.flatMap((id) => views.get(id) ?? []);
  const stage = new StillStage();
  stage.paint(panesOf(shown, { from: picture, to: picture, t: 0 }, size).map(paneOf), size);
  place.append(stage.element);
}

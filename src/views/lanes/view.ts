import type { LanesState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import type { Picture, View } from "../view.ts";
import { account } from "./account.ts";
import { charts } from "./charts.ts";
import { crowds } from "./crowd.ts";
import { header } from "./header.ts";
import { items } from "./items.ts";
import { lanesOf } from "./lane.ts";
import { placesOf } from "./places.ts";
import { queueMarks } from "./queue.ts";
import { rooms } from "./rooms.ts";
import { threadMarks } from "./thread-marks.ts";
import { tracks } from "./tracks.ts";
import { describe, log } from "./words.ts";

/** Producers, the queue and consumers: what everyone does, who waits, and where every item is. */
export const view: View<LanesState> = {
  id: "lanes",
  title: "Producers, queue, consumers",
  height: { least: 220, share: 1 },
  layout,
  describe,
  log,
};

function layout({ frame: { state } }: Picture<LanesState>, size: Size): readonly Mark[] {
  const lanes = lanesOf(state, placesOf(state, size));
  return [
    ...header(lanes),
    ...tracks(lanes),
    ...crowds(lanes),
    ...threadMarks(lanes),
    ...queueMarks(lanes),
    ...rooms(lanes),
    ...charts(lanes),
    ...account(lanes),
    ...items(lanes),
  ];
}

import { lanesStates } from "./gallery-lanes.ts";
import { otherStates } from "./gallery-others.ts";
import { partitionStates } from "./gallery-partitions.ts";
import { pipelineStates } from "./gallery-pipeline.ts";
import { ringStates } from "./gallery-rings.ts";
import { strategyStates } from "./gallery-strategies.ts";
import type { Picture, View } from "./view.ts";

/** One telling state of a view: a picture, or what lies between two. */
export interface GalleryState {
  /** Names it in links and test reports. */
  readonly id: string;
  readonly title: string;
  readonly view: View;
  readonly from: Picture;
  readonly to: Picture;
  /** How far from the one to the other, 0 … 1. */
  readonly t: number;
}

/** Every view in its telling states: what the gallery page shows and the picture tests check. */
export const galleryStates: readonly GalleryState[] = [
  ...lanesStates,
  ...ringStates,
  ...otherStates,
  ...pipelineStates,
  ...partitionStates,
  ...strategyStates,
];

import type { Size } from "../../stage/mark.ts";
import { clockText } from "../pace/clock-text.ts";
import type { PlayerState } from "../store/player-state.ts";
import type { Theme } from "./drawing-stage.ts";
import { lengthOf, type Shot, shotsOf } from "./shots.ts";
import { takeOf } from "./take-of.ts";

/** What a reader chooses about a file. */
export interface Choice {
  readonly format: keyof typeof FORMATS;
  readonly proportion: keyof typeof PROPORTIONS;
  readonly theme: Theme;
  /** Whether what is said stands below the picture. */
  readonly captions: boolean;
  /** Steps, counted from 0, of what moves. */
  readonly first: number;
  readonly last: number;
  readonly speed: keyof typeof SPEEDS;
}

interface Format {
  readonly title: string;
  /** Pictures a second where something moves; none for a file that stands still. */
  readonly rate?: number;
  /** px of the file for each px of the page. */
  readonly scale: number;
}

export const FORMATS = {
  png: { title: "Picture (PNG)", scale: 2 },
  svg: { title: "Drawing (SVG)", scale: 1 },
  gif: { title: "Moving picture (GIF)", rate: 12, scale: 1 },
  video: { title: "Video", rate: 30, scale: 1.5 },
} as const satisfies Record<string, Format>;

export const PROPORTIONS = {
  wide: { title: "wide, 16 : 9", size: { width: 960, height: 540 } },
  classic: { title: "classic, 4 : 3", size: { width: 800, height: 600 } },
  square: { title: "square", size: { width: 640, height: 640 } },
  tall: { title: "tall, 9 : 16", size: { width: 480, height: 852 } },
} as const satisfies Record<string, { readonly title: string; readonly size: Size }>;

export const SPEEDS = {
  half: { title: "0.5×", speed: 0.5 },
  normal: { title: "1×", speed: 1 },
  twice: { title: "2×", speed: 2 },
  fast: { title: "4×", speed: 4 },
} as const satisfies Record<string, { readonly title: string; readonly speed: number }>;

/** More pictures than this fill the memory of a phone, and no GIF of so many can be sent. */
const MOST_SHOTS = { gif: 600, video: 12_000 };

/** The pictures of what was chosen; undefined for a file that stands still. */
export function shotsFor(state: PlayerState, choice: Choice): readonly Shot[] | undefined {
  const format: Format = FORMATS[choice.format];
  if (format.rate === undefined) return undefined;
  const { pace, from, to } = takeOf(state, choice.first, choice.last);
  return shotsOf(pace, { from, to, rate: format.rate, speed: SPEEDS[choice.speed].speed });
}

/** What will come of a choice, in words; not ok when it is more than can be done. */
export function outlookOn(
  state: PlayerState,
  choice: Choice,
): { readonly ok: boolean; readonly words: string } {
  const shots = shotsFor(state, choice);
  if (shots === undefined) return { ok: true, words: "The picture as it stands now." };
  const length = clockText(lengthOf(shots) / 1000);
  const most = choice.format === "gif" ? MOST_SHOTS.gif : MOST_SHOTS.video;
  if (shots.length <= most) return { ok: true, words: `It plays for ${length}.` };
  return {
    ok: false,
    words: `It would play for ${length}, in ${shots.length} pictures; at most ${most} can be made. Choose fewer steps, or a higher speed.`,
  };
}

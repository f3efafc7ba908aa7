import { grouped } from "../../engine/systems/grouped.ts";
import { addressOf, type Goal, momentFingerprint } from "../../player/link/address.ts";
import { LAB } from "../../player/link/lab-href.ts";
import { lineOf, type PlayerState, shownPosition } from "../../player/store/player-state.ts";
import { packQuery } from "../../scenario/link/query.ts";
import { printRunFile } from "../../scenario/link/run-file.ts";

/** One of the things that a reader can share. */
export interface Choice {
  readonly goal: Goal;
  readonly title: string;
  readonly detail: string;
}

/** What can be shared of what is on show. */
export function choicesOf(state: PlayerState): readonly Choice[] {
  const { hand, track, episode, chapter } = state;
  const isLab = episode.slug === LAB;
  const title = episode.chapters[chapter]?.title ?? episode.title;
  const place = placeInWords(state);
  return [
    { goal: "moment", title: "This moment", detail: place },
    isLab
      ? { goal: "place", title: "This system", detail: "with these parameters, nothing done yet" }
      : { goal: "place", title: "This chapter", detail: `“${title}”` },
    hand === null || track.length === 0
      ? { goal: "whole", title: "The whole episode", detail: `“${episode.title}”` }
      : {
          goal: "whole",
          title: "Your whole run",
          detail: isLab ? "from its start" : "from where you took over",
        },
  ];
}

function placeInWords(state: PlayerState): string {
  const line = lineOf(state);
  if (line.length === 0) return "";
  const position = shownPosition(state);
  const step = line.stepAt(position);
  if (state.hand === null) return `step ${step + 1} of ${line.steps}`;
  return `move ${grouped(position)} of ${grouped(line.length - 1)} in your run`;
}

/** A link, and what to tell of it. */
export interface SharedLink {
  /** The address after `#`; undefined when there is none because it would be too long. */
  readonly href: string | undefined;
  /** The text of a file that holds what is too long for a link; undefined where there is a link, or too much for a file as well. */
  readonly file: string | undefined;
  readonly fingerprint: string | undefined;
  /** What the link holds, in words. */
  readonly holds: string;
}

/** The panel that is open unless a reader opens another. */
const USUAL_TAB = "typescript";

/** A link to what is on show, with the panel beside it. */
export function linkTo(state: PlayerState, goal: Goal, tab: string): SharedLink {
  const fingerprint = momentFingerprint(state, goal);
  const exact = fingerprint !== undefined;
  const extras = { tab: exact && tab !== USUAL_TAB ? tab : undefined, sum: fingerprint };
  const href = addressOf(state, goal, extras);
  const address = href === undefined ? addressOf(state, goal, extras, packQuery) : undefined;
  const file = address && printRunFile(address);
  return { href, file, fingerprint, holds: holdsInWords(state, goal) };
}

function holdsInWords({ hand, episode }: PlayerState, goal: Goal): string {
  const isLab = episode.slug === LAB;
  if (hand === null || goal === "place") {
    if (isLab) return "the system with its parameters and seed";
    return goal === "moment" ? "the place in the episode" : "the place alone";
  }
  const count =
    hand.recording.inputs.length - (isLab ? 0 : Math.min(hand.given, hand.recording.inputs.length));
  const done = `${grouped(count)} ${count === 1 ? "operation" : "operations"} by hand`;
  const begins = isLab ? "the system with its parameters and seed" : "the place in the episode";
  return `${begins}, ${done}, and the move on show`;
}

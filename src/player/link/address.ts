import type { Recording } from "../../engine/index.ts";
import type { Scene } from "../../scenario/index.ts";
import { fingerprintOf } from "../../scenario/link/fingerprint.ts";
import { printRun, type Usual } from "../../scenario/link/print-run.ts";
import { printQuery } from "../../scenario/link/query.ts";
import { type Hand, takeOver } from "../store/hand.ts";
import { lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";
import { episodeHref } from "./episode-href.ts";
import { LAB, labHref, withQuery } from "./lab-href.ts";

/**
 * What a link may lead to: this very moment; the chapter, or the system with nothing done to it; the whole episode, or the
 * run by hand from where it begins.
 */
export type Goal = "moment" | "place" | "whole";

/** What a link to a moment may hold besides. */
export interface Extras {
  /** The panel on show. */
  readonly tab?: string | undefined;
  /** The fingerprint of the moment, to tell when it is another where the link is opened. */
  readonly sum?: string | undefined;
}

/**
 * The address after `#` that leads to a place of what a player has on show; undefined when it is too long for one.
 *
 * @param print how a query is written: one for a file may be of any length
 */
export function addressOf(
  state: PlayerState,
  goal: Goal,
  extras: Extras = {},
  print: (query: Readonly<Record<string, string>>) => string | undefined = printQuery,
): string | undefined {
  const addressWith = (path: string, query: Readonly<Record<string, string>>) => {
    const text = print(query);
    return text === undefined ? undefined : withQuery(path, text);
  };
  const { hand, episode, track } = state;
  const isLab = episode.slug === LAB;
  const { chapter } = track.track;
  if (hand !== null && goal !== "place") {
    const at = goal === "moment" ? shownPosition(state) : hand.recording.endOf(hand.given - 1);
    const run = isLab ? printRun(hand.recording, at) : printTakeOver(state, hand, at);
    const path = isLab ? labHref(hand.scene.system) : episodeHref(episode.slug, chapter.id);
    return run && addressWith(path, { ...run, ...given(extras) });
  }
  if (isLab) {
    const { setup } = hand?.recording ?? track.track.recording(0);
    return labHref(setup.system.id, printRun({ setup, inputs: [], length: 1 }, 0));
  }
  if (goal === "whole") return episodeHref(episode.slug);
  const path = episodeHref(episode.slug, chapter.id);
  if (goal === "place" || track.length === 0) return path;
  return addressWith(path, { ...placeOnTrack(state, shownPosition(state)), ...given(extras) });
}

/** The fingerprint of the moment that a link leads to; undefined for a link to no exact moment. */
export function momentFingerprint(state: PlayerState, goal: Goal): string | undefined {
  const { hand } = state;
  const line = lineOf(state);
  if (goal === "place" || line.length === 0 || (hand === null && goal === "whole")) return undefined;
  if (hand === null) return trackFingerprint(state, shownPosition(state));
  const at = goal === "moment" ? shownPosition(state) : hand.recording.endOf(hand.given - 1);
  return fingerprintOf(hand.recording, at);
}

/** The fingerprint of a moment of a chapter: what comes after it in the chapter is no part of it. */
export function trackFingerprint({ track }: Pick<PlayerState, "track">, position: number): string {
  const moment = track.at(position);
  const { index } = moment.frame;
  // A chapter's opening may be on show before the system that runs it has come.
  const frame = (at: number) => (at === index ? moment.frame : track.recording(moment).frame(at));
  const upTo = { length: index + 1, frame };
  return fingerprintOf(upTo, index);
}

/**
 * How the run by hand began that a place on a track was left for.
 *
 * @param afresh it began as the scene does, with nothing done
 */
export function usualOf(scene: Scene, recording: Recording, afresh: boolean): Usual {
  return { parameters: scene.parameters, seed: scene.seed, inputs: afresh ? [] : recording.inputs };
}

/** A run by hand taken over from an episode: where it was left, and what was done since. */
function printTakeOver(state: PlayerState, hand: Hand, at: number): Record<string, string> | undefined {
  const { track, leftAt } = state;
  const before = takeOver(track, leftAt);
  const { inputs, setup } = hand.recording;
  const branched =
    JSON.stringify(setup.parameters) === JSON.stringify(before.scene.parameters) &&
    before.recording.inputs.every((input, index) => JSON.stringify(input) === JSON.stringify(inputs[index]));
  const run = printRun(hand.recording, at, usualOf(before.scene, before.recording, !branched));
  if (run === undefined) return undefined;
  const usualGiven = branched ? before.recording.inputs.length : 0;
  return {
    ...placeOnTrack(state, leftAt),
    ...(branched ? {} : { from: "start" }),
    do: "",
    ...run,
    ...(hand.given === usualGiven ? {} : { given: String(hand.given) }),
  };
}

/** A position on the track: its step, counted from 1, and how many moves it is after that opens. */
function placeOnTrack({ track }: PlayerState, position: number): Record<string, string> {
  const step = track.stepAt(position);
  const move = position - track.opens(step);
  return { step: String(step + 1), ...(move === 0 ? {} : { move: String(move) }) };
}

function given(extras: Extras): Record<string, string> {
  return Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== undefined));
}

import { grouped } from "../../engine/systems/grouped.ts";
import { differsFrom } from "../../scenario/link/fingerprint.ts";
import { openingRun } from "../../scenario/link/open-run.ts";
import { readQuery } from "../../scenario/link/query.ts";
import { clipped, sentence } from "../../scenario/link/read-run.ts";
import { takeOver, withLine } from "../store/hand.ts";
import { put } from "../store/hand-controls.ts";
import type { Player } from "../store/player.ts";
import { shownStep } from "../store/player-state.ts";
import { trackFingerprint, usualOf } from "./address.ts";

/** What of the query of an episode's link leads on from the step, which is found without it. */
const BEYOND_STEP = ["move", "do", "from", "given", "sum", "tab"];

/**
 * Have a player that stands where a step of an episode opens be at the moment that a link leads to, a few moves of the
 * run each time it is asked to go on. It is there when all is done.
 *
 * @param entries the query of the link
 * @returns sentences for the reader: what was wrong in the link, and what was done instead
 */
export function* openingMoment(
  player: Player,
  entries: Iterable<readonly [string, string]>,
): Generator<void, readonly string[]> {
  const { query, problems } = readQuery(entries);
  const { track } = player.state;
  if (track.length === 0) return problems;
  const told = [...problems];
  const step = shownStep(player.state);
  const [opens, most] = [track.opens(step), track.ends(step) - track.opens(step)];
  const move = wholeIn(query, "move", 0, most, told) ?? 0;
  const tab = query.get("tab");
  if (tab !== undefined && tab.length < 40) player.store.setState({ panel: tab });
  player.seek(opens + move);
  if (!query.has("do") && !query.has("from")) {
    told.push(...unknown(query, BEYOND_STEP));
    const differs =
      told.length > 0
        ? undefined
        : differsFrom(query.get("sum"), trackFingerprint(player.state, opens + move));
    return differs === undefined ? told : [differs];
  }
  const before = takeOver(track, opens + move);
  const from = query.get("from");
  const afresh = from === "start";
  if (from !== undefined && !afresh) {
    told.push(sentence(`from must be “start”, or be left out; found “${clipped(from)}”`));
  }
  const { system } = before.recording.setup;
  const usual = usualOf(before.scene, before.recording, afresh);
  const run = new Map(query);
  for (const name of ["step", "move", "from", "given", "tab"]) run.delete(name);
  const opened = yield* openingRun(system, run, usual);
  const { recording, at } = opened;
  told.push(...opened.problems);
  const given =
    wholeIn(query, "given", 0, recording.inputs.length, told) ??
    Math.min(usual.inputs.length, recording.inputs.length);
  const scene = { ...before.scene, parameters: recording.setup.parameters };
  const hand = withLine({
    recording,
    scene,
    sceneIndex: before.sceneIndex,
    given,
    redo: [],
    runsOn: false,
  });
  put(player, hand, at);
  return told;
}

/** A whole number that a query names, and a word about it where it is none. */
function wholeIn(
  query: ReadonlyMap<string, string>,
  name: string,
  least: number,
  most: number,
  told: string[],
): number | undefined {
  const text = query.get(name);
  if (text === undefined) return undefined;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  const range = `a whole number from ${grouped(least)} to ${grouped(most)}`;
  told.push(sentence(`${name} must be ${range}; found “${clipped(text)}”`));
  return undefined;
}

function unknown(query: ReadonlyMap<string, string>, known: readonly string[]): string[] {
  return [...query.keys()]
    .filter((name) => name !== "step" && !known.includes(name))
    .map((name) =>
      sentence(`A link to a step has no “${clipped(name)}”: it may have step, ${known.join(", ")}`),
    );
}

import { scoreOf } from "../score/score.ts";
import type { AnswerBook, Reply } from "../store/answer-book.ts";
import type { Player } from "../store/player.ts";
import { isPlaying, lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";
import type { AnswerEvent, PlayerEvents, ReadyEvent, ScoreEvent } from "./player-events.ts";
import { stateEvent, stepPlace } from "./state-event.ts";

/** Who wants to be told of what. What nobody wants to know is not worked out. */
export type PlayerWatcher = {
  readonly [Name in keyof PlayerEvents]?: (event: PlayerEvents[Name]) => void;
};

/**
 * Tell what happens in a player. First, as soon as its picture can stand, `ready` and how things stand then; from there
 * on each thing when it changes. A step is told of when it begins, a beat when the picture has come to the step's end.
 *
 * @returns what ends it
 */
export function watchPlayer(player: Player, watcher: PlayerWatcher): () => void {
  let ready = false;
  const begin = () => {
    const event = readyEvent(player.state);
    if (event === undefined) return;
    ready = true;
    const { state } = player;
    watcher.ready?.(event);
    watcher.step?.({ chapter: event.chapter, step: event.step, steps: event.steps });
    if (state.hand === null) tellBeats(watcher, state, state);
    tellState(watcher, state);
    watcher.score?.(scoreEvent(state));
  };
  begin();
  return player.store.subscribe((state, before) => {
    if (!ready) {
      begin();
      return;
    }
    tellStep(watcher, state, before);
    if (hasMoved(state, before)) tellBeats(watcher, state, before);
    if (
      lineOf(state) !== lineOf(before) ||
      shownPosition(state) !== shownPosition(before) ||
      isPlaying(state) !== isPlaying(before)
    ) {
      tellState(watcher, state);
    }
    if (state.answers !== before.answers) tellAnswers(watcher, state.answers, before.answers);
    tellScore(watcher, state, before);
  });
}

/** Undefined while the picture of the scene on show is still on its way. */
function readyEvent(state: PlayerState): ReadyEvent | undefined {
  const line = lineOf(state);
  const place = stepPlace(state);
  if (line.length === 0 || place === undefined) return undefined;
  const { views } = line.scene(line.at(shownPosition(state)));
  if (!views.every((id) => state.stock.views.has(id))) return undefined;
  const made = state.episode.chapters.filter(({ steps }) => steps > 0);
  return {
    ...place,
    title: state.episode.title,
    made: made.map(({ id, title, steps }) => ({ id, title, steps })),
  };
}

function tellStep(watcher: PlayerWatcher, state: PlayerState, before: PlayerState): void {
  if (watcher.step === undefined || state.hand !== null) return;
  const place = stepPlace(state);
  const last = stepPlace(before);
  if (place === undefined || (place.chapter === last?.chapter && place.step === last.step)) return;
  watcher.step(place);
}

/** Whether the picture has come to another moment of the chapter. */
function hasMoved(state: PlayerState, before: PlayerState): boolean {
  if (state.hand !== null) return false;
  return state.track !== before.track || before.hand !== null || reached(state) !== reached(before);
}

/** The last moment that the picture has come to, or is leaving. */
function reached({ playhead }: PlayerState): number {
  return Math.floor(playhead + 1e-9);
}

/** While it plays, the steps whose end it has passed; after a jump, the one whose end it has come to. */
function tellBeats(watcher: PlayerWatcher, state: PlayerState, before: PlayerState): void {
  const { track } = state;
  if (watcher.beat === undefined || track.length === 0) return;
  const now = reached(state);
  const played = before.playing && before.track === track && before.hand === null;
  const current = track.stepAt(now);
  const first = played ? Math.min(current, track.stepAt(reached(before))) : current;
  for (let step = first; step <= current; step++) {
    const end = track.ends(step);
    const passed = played ? end > reached(before) && end <= now : end === now;
    if (!passed) continue;
    const { id: chapter } = track.track.chapter;
    watcher.beat({ chapter, step: step + 1, steps: track.steps, last: step === track.steps - 1 });
  }
}

function tellState(watcher: PlayerWatcher, state: PlayerState): void {
  if (watcher.state === undefined) return;
  const event = stateEvent(state);
  if (event !== undefined) watcher.state(event);
}

function tellAnswers(watcher: PlayerWatcher, answers: AnswerBook, before: AnswerBook): void {
  if (watcher.answer === undefined) return;
  for (const [key, reply] of answers) {
    if (before.get(key) !== reply) watcher.answer(answerEvent(key, reply));
  }
}

function answerEvent(key: string, reply: Reply): AnswerEvent {
  const slash = key.lastIndexOf("/");
  const place = { chapter: key.slice(0, slash), step: Number(key.slice(slash + 1)) };
  if (reply.kind === "skipped") return { ...place, answered: false };
  const { right, given, words } = reply;
  return { ...place, answered: true, right, given, words };
}

function tellScore(watcher: PlayerWatcher, state: PlayerState, before: PlayerState): void {
  if (watcher.score === undefined) return;
  if (state.answers === before.answers && state.track === before.track) return;
  const event = scoreEvent(state);
  const last = scoreEvent(before);
  const same = event.chapter === last.chapter && JSON.stringify(event) === JSON.stringify(last);
  if (!same) watcher.score(event);
}

function scoreEvent({ track, answers }: PlayerState): ScoreEvent {
  const { chapter } = track.track;
  return { chapter: chapter.id, ...scoreOf(chapter, answers) };
}

import {
  type ExercisePlace,
  exerciseOf,
  frameAt,
  judgeMove,
  kindOf,
  movesLeft,
  START,
} from "../../engine/practice/exercise.ts";
import type { Move } from "../../engine/practice/practice.ts";
import { practices } from "../../engine/practice/practices.ts";
import type { Practice } from "../../scenario/index.ts";
import type { Action } from "../../stage/mark.ts";
import { HandLine } from "../line/hand-line.ts";
import { type Practised, practiceKey } from "../store/answer-book.ts";
import type { Hand } from "../store/hand.ts";
import { put, show } from "../store/hand-controls.ts";
import type { Player } from "../store/player.ts";
import { shownPosition, shownStep } from "../store/player-state.ts";
import { answerPace } from "./answer-pace.ts";
import type { OpenExercise } from "./open-exercise.ts";

/** Go to a step, and begin with the next state of its exercise there as soon as its scene has come. */
export function beginPractice(player: Player, step: number, practice: Practice): void {
  if (player.state.hand !== null) player.backToEpisode();
  const { chapter } = player.state;
  player.seek(player.state.track.ends(step));
  const begin = () => {
    const { state } = player;
    if (state.chapter === chapter && shownStep(state) === step) nextState(player, step, practice);
  };
  if (player.state.coming === null) {
    begin();
    return;
  }
  const stop = player.store.subscribe(({ coming }) => {
    if (coming?.failed) stop();
    if (coming !== null) return;
    stop();
    begin();
  });
}

/** Begin with the next state of a step's exercise. */
export function nextState(player: Player, step: number, { operations }: Practice): void {
  const { state } = player;
  const { track } = state.track;
  const sceneIndex = track.beats[step]?.scene ?? 0;
  const scene = track.chapter.scenes[sceneIndex];
  const system = scene && state.module.systems.get(scene.system);
  const practice = scene && practices.get(scene.system);
  if (scene === undefined || system === undefined || practice === undefined) return;
  const number = Math.max(scoreOf(player, step)?.next ?? 0, (state.hand?.exercise?.number ?? -1) + 1);
  const exercise = exerciseOf(system, practice, operations, scene.seed, number);
  const { recording } = exercise;
  const { parameters, seed } = recording.setup;
  const own = { ...scene, parameters, seed };
  const open: Omit<OpenExercise, "pick"> = {
    step,
    number,
    exercise,
    place: START,
    before: [],
    kind: null,
    said: null,
    flawed: false,
    counted: false,
    answered: false,
    picking: null,
  };
  const hand: Hand = {
    recording,
    scene: own,
    sceneIndex,
    given: recording.inputs.length,
    redo: [],
    runsOn: false,
    exercise: { ...open, pick: (action) => pick(player, action) },
    line: new HandLine(recording, own, sceneIndex, exercise.from),
  };
  put(player, hand);
  say(player, exercise.told);
}

/** Choose what sort of move comes next; what it is done to is chosen after that. */
export function chooseKind(player: Player, kind: string): void {
  const open = opened(player);
  if (open !== undefined) change(player, { kind, picking: kindOf(open.exercise, kind).on?.pick ?? null });
}

/** Say what comes next, and have the engine judge it. */
export function makeMove(player: Player, move: Move, practice: Practice): void {
  const open = opened(player);
  if (open === undefined) return;
  const judgement = judgeMove(open.exercise, open.place, move);
  if (!judgement.right) {
    change(player, { said: judgement, flawed: true });
    say(player, `Not quite. ${judgement.words}`);
    return;
  }
  const { place, words } = judgement;
  const said = { right: true, words };
  goTo(player, place, { said, before: [...open.before, open.place] });
  if (movesLeft(open.exercise, place).length > 0) {
    say(player, `Right. ${words} ${hintAt(open, place)}`);
    return;
  }
  change(player, { picking: null });
  count(player, practice);
  say(player, `Right. ${words} ${doneWords(player)}`);
}

/** Take the last right move back. */
export function undoMove(player: Player): void {
  const open = opened(player);
  const place = open?.before.at(-1);
  if (open === undefined || place === undefined) return;
  goTo(player, place, { said: null, before: open.before.slice(0, -1) });
  say(player, "The last move is taken back.");
}

/** Do the same state once more from its start. It counts only the first time. */
export function startOver(player: Player): void {
  const open = opened(player);
  if (open === undefined) return;
  const fresh = { before: [], kind: null, picking: null, said: null, answered: false };
  goTo(player, START, fresh);
  say(player, open.exercise.told);
}

/** See the engine do it. The state is then not one done without help. */
export function showAnswer(player: Player, practice: Practice): void {
  const open = opened(player);
  if (open === undefined) return;
  const { exercise } = open;
  change(player, { answered: true, flawed: true, said: null, picking: null });
  count(player, practice);
  reach(player, exercise.recording.length - 1);
  const { hand } = player.state;
  if (hand !== null) change(player, { pace: answerPace(exercise, hand.line) });
  player.seek(exercise.from);
  player.play();
}

/** Have the score begin again; the states go on. */
export function resetScore(player: Player, step: number): void {
  const score = scoreOf(player, step);
  if (score !== undefined) keep(player, step, { ...score, right: 0, done: 0 });
}

export function scoreOf(player: Player, step: number): Practised | undefined {
  const { answers, track } = player.state;
  const reply = answers.get(practiceKey(track.track.chapter.id, step));
  return reply?.kind === "practised" ? reply : undefined;
}

/** What to know for the next move that is not in the picture. */
export function hintAt({ exercise }: Pick<OpenExercise, "exercise">, { step }: ExercisePlace): string {
  return exercise.steps[step]?.hint ?? "";
}

/** Why nothing more comes, and how it went. */
function doneWords(player: Player): string {
  const open = opened(player);
  const why = open?.exercise.steps.at(-1)?.why ?? "";
  return open?.flawed ? why : `${why} Every move was right.`;
}

function opened(player: Player): OpenExercise | undefined {
  return player.state.hand?.exercise;
}

function pick(player: Player, action: Action): void {
  const open = opened(player);
  if (open === undefined || open.kind === null || action.pick !== open.picking) return;
  const practice = player.state.track.track.beats[open.step]?.practice;
  if (practice !== undefined) makeMove(player, { kind: open.kind, target: action.value }, practice);
}

/** Put a state into the score, once, as long as there are rounds left. */
function count(player: Player, { rounds }: Practice): void {
  const open = opened(player);
  if (open === undefined || open.counted) return;
  change(player, { counted: true });
  const before = scoreOf(player, open.step) ?? { kind: "practised", right: 0, done: 0, rounds, next: 0 };
  const next = open.number + 1;
  if (before.done >= rounds) {
    keep(player, open.step, { ...before, right: Math.min(before.right, rounds), done: rounds, rounds, next });
    return;
  }
  const right = before.right + (open.flawed ? 0 : 1);
  keep(player, open.step, { kind: "practised", right, done: before.done + 1, rounds, next });
}

function keep(player: Player, step: number, score: Practised): void {
  const key = practiceKey(player.state.track.track.chapter.id, step);
  player.store.setState(({ answers }) => ({ answers: new Map(answers).set(key, score) }));
}

function change(player: Player, changes: Partial<OpenExercise>): void {
  player.store.setState(({ hand }) =>
    hand?.exercise === undefined ? {} : { hand: { ...hand, exercise: { ...hand.exercise, ...changes } } },
  );
}

/** Be at a place of the exercise, and see the picture go there. */
function goTo(player: Player, place: ExercisePlace, changes: Partial<OpenExercise>): void {
  const open = opened(player);
  if (open === undefined) return;
  const from = shownPosition(player.state);
  change(player, { ...changes, place });
  const to = frameAt(open.exercise, place);
  reach(player, Math.max(from, to));
  const { hand } = player.state;
  if (hand === null) return;
  if (from === to) return;
  if (to < from) {
    player.seek(to);
    reach(player, to);
  } else show(player, hand, from);
}

/** Let the exercise be seen as far as a frame. */
function reach(player: Player, frame: number): void {
  player.store.setState(({ hand }) =>
    hand === null
      ? {}
      : { hand: { ...hand, line: new HandLine(hand.recording, hand.scene, hand.sceneIndex, frame) } },
  );
}

/** Have something told aloud. */
function say(player: Player, words: string): void {
  player.store.setState({ said: { words: words.trim() } });
}

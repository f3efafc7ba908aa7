import { capital } from "../comparison/capital.ts";
import { Random } from "../kernel/random.ts";
import type { System } from "../systems/define-system.ts";
import { isDrive } from "../systems/drive.ts";
import { defaultsOf } from "../systems/fields.ts";
import { Recording } from "../systems/recording.ts";
import type { Input } from "../systems/run.ts";
import { type Asked, DONE, type Move, type MoveKind, type Practice } from "./practice.ts";

/** A state, what is to be done from there, and what the engine then does: the model answer. */
export interface Exercise {
  readonly operation: string;
  /** The inputs that are to be worked out. */
  readonly task: readonly Input[];
  /** What is to be done, in words. */
  readonly told: string;
  readonly kinds: readonly MoveKind[];
  readonly recording: Recording;
  /** The frame to begin at. */
  readonly from: number;
  readonly steps: readonly ExerciseStep[];
}

/** What comes next: one move, or several in any order. */
export interface ExerciseStep extends Pick<Asked, "moves" | "why" | "hint"> {
  /** The frame that shows it done. */
  readonly frame: number;
}

/** How far a learner has come in an exercise. */
export interface ExercisePlace {
  /** How many steps are done. */
  readonly step: number;
  /** The moves done of the step under way. */
  readonly done: readonly Move[];
}

/** What the engine says to a move. */
export type Judgement =
  | { readonly right: true; readonly place: ExercisePlace; readonly words: string }
  | { readonly right: false; readonly words: string };

export const START: ExercisePlace = { step: 0, done: [] };

/**
 * Make an exercise. The same seed and number give the same one.
 *
 * @param operations those to choose among
 * @param number counts the exercises of a seed
 * @throws RangeError when an operation cannot be practised
 */
export function exerciseOf(
  system: System,
  practice: Practice,
  operations: readonly string[],
  seed: number,
  number: number,
): Exercise {
  // The number comes first: names that differ only at their end give generators that begin alike.
  const random = new Random(seed).fork(`${number} practice of ${operations.join(" ")}`);
  const operation = operations[random.whole(0, operations.length - 1)] ?? "";
  const practised = practice.operations[operation];
  if (practised === undefined) throw new RangeError(`${system.id} has no practice of “${operation}”`);
  const { parameters, inputs, task } = practised.draw(random);
  const setup = {
    system,
    parameters: { ...defaultsOf(system.parameters), ...parameters },
    seed: random.whole(1, 1_000_000),
  };
  const recording = new Recording(setup, inputs);
  // An operation is seen called; what only goes on is seen as it stands.
  const goesOn = task[0] !== undefined && isDrive(task[0].operation);
  const from = goesOn ? recording.length - 1 : recording.length;
  for (const input of task) recording.do(input);
  const steps: ExerciseStep[] = [];
  let together: string | undefined;
  for (let index = from + 1; index < recording.length; index++) {
    const frame = recording.frame(index);
    if (frame.cause.mark === "throw")
      throw new Error(`${operation} fails: ${String(frame.cause.detail.error)}`);
    for (const asked of practised.asked(frame, recording.frame(index - 1))) {
      const last = steps.at(-1);
      if (last !== undefined && asked.together !== undefined && asked.together === together) {
        steps[steps.length - 1] = joined(last, asked, index);
      } else steps.push({ ...asked, frame: index });
      together = asked.together;
    }
  }
  const frame = recording.length - 1;
  const why = practised.over(recording.frame(frame));
  steps.push({ moves: [{ kind: DONE, target: null }], why, frame });
  const { kinds } = practised;
  return { operation, task, told: practised.told(recording, from), kinds, recording, from, steps };
}

function joined(step: ExerciseStep, more: Asked, frame: number): ExerciseStep {
  return { ...step, moves: [...step.moves, ...more.moves], why: `${step.why} ${more.why}`, frame };
}

/**
 * The frame to look at from a place: what was done last. What happens at once with it is not shown before it is said.
 */
export function frameAt({ steps, from }: Exercise, { step }: ExercisePlace): number {
  const next = steps[step]?.frame;
  let last = step - 1;
  while (last >= 0 && steps[last]?.frame === next) last--;
  return steps[last]?.frame ?? from;
}

/** What is left to do at a place; nothing when the exercise is done. */
export function movesLeft({ steps }: Exercise, { step, done }: ExercisePlace): readonly Move[] {
  return (steps[step]?.moves ?? []).filter((move) => !done.some((other) => isSame(move, other)));
}

/** What may be chosen at a place, right or wrong. */
export function choicesAt(exercise: Exercise, place: ExercisePlace): readonly Move[] {
  const { state } = exercise.recording.frame(frameAt(exercise, place));
  return exercise.kinds.flatMap(({ id, on }) =>
    (on?.targets(state) ?? [null]).map((target) => ({ kind: id, target })),
  );
}

/** Compare a move with what the engine does. */
export function judgeMove(exercise: Exercise, place: ExercisePlace, move: Move): Judgement {
  const step = exercise.steps[place.step];
  const left = movesLeft(exercise, place);
  const clauses = (moves: readonly Move[]) =>
    moves.map(({ kind, target }) => kindOf(exercise, kind).says(target)).join(", and ");
  if (step === undefined) return { right: false, words: "This exercise is done." };
  if (!left.some((other) => isSame(move, other))) {
    const before = wrongWords(exercise, place, move, left);
    return { right: false, words: `${before} ${capital(clauses(left))}. ${step.why}` };
  }
  const next =
    left.length === 1
      ? { step: place.step + 1, done: [] }
      : { step: place.step, done: [...place.done, move] };
  return { right: true, place: next, words: `${capital(clauses([move]))}.` };
}

function wrongWords(exercise: Exercise, place: ExercisePlace, move: Move, left: readonly Move[]): string {
  const { title, on } = kindOf(exercise, move.kind);
  const name = on === undefined ? undefined : on.name(move.target);
  if (place.done.some((other) => isSame(move, other))) return `“${title}: ${name}” is done already.`;
  if (name !== undefined && left.some(({ kind }) => kind === move.kind)) {
    return `“${title}” is right, but not ${name}.`;
  }
  const said = name === undefined ? `“${title}”` : `“${title}: ${name}”`;
  const later = exercise.steps
    .slice(place.step + 1)
    .some(({ moves }) => moves.some((other) => isSame(move, other)));
  return later ? `${said} comes later.` : `${said} is not what comes next.`;
}

/** The kind of a move. @throws RangeError when the exercise has none of that name */
export function kindOf({ kinds, operation }: Exercise, id: string): MoveKind {
  const kind = kinds.find((one) => one.id === id);
  if (kind === undefined) throw new RangeError(`practising ${operation} knows no move “${id}”`);
  return kind;
}

/** A move in words: “Head moves to slot 3.” */
export function moveWords(exercise: Exercise, { kind, target }: Move): string {
  return `${capital(kindOf(exercise, kind).says(target))}.`;
}

function isSame(one: Move, other: Move): boolean {
  return one.kind === other.kind && one.target === other.target;
}

import { defaultsOf, type Field, type System } from "../../../engine/index.ts";

/** What each thing an author may write means, in a sentence. Systems say the rest themselves. */
export const BLOCK_HELP: Readonly<Record<string, string>> = {
  system: "Sets up what is shown: the system’s name, then its parameters.",
  look: "Picks the views, the main one first.",
  do: "What is done in this step: one operation a line.",
  ask: "A question about what comes next. The engine computes the answer.",
  practice: "The reader does an operation’s smallest steps by hand.",
};

export const HEAD_HELP: Readonly<Record<string, string>> = {
  title: "What the episode is called.",
  number: "A whole number from 1 on.",
  slug: "Its name in links: small letters, digits and hyphens.",
  summary: "One sentence about it.",
  duration: "How long it plays, such as 25:30.",
};

export const SCENE_HELP: Readonly<Record<string, string>> = {
  seed: "A whole number. The same seed gives the same run.",
  stream: "Where the items come from, in a few words.",
  broken: "The invariants that this scene is there to break.",
};

export const ASK_HELP: Readonly<Record<string, string>> = {
  question: "What the reader is asked.",
  answer: "A path into the state, and after which operations: tail after push T12.",
  pick: "How the reader answers: slot, number or thread.",
  after: "The operations that the options are about.",
  options: "Sentences to choose from, each with what must hold for it to be right.",
  why: "Said once the question is answered.",
};

export const PICK_HELP: Readonly<Record<string, string>> = {
  slot: "The reader chooses a slot in the picture, or types its number.",
  number: "The reader types a number.",
  thread: "The reader chooses a thread. The answer is a name.",
};

export const DRIVE_HELP: Readonly<Record<string, string>> = {
  run: "Goes on: run 50 ms, run 12 steps, run until size = 8, run until P1 waits on notFull.",
  pick: "Chooses which thread makes the next smallest step, one after the other.",
  set: "Changes a parameter in the middle of the run.",
  expect: "Says what must hold here: expect size = 3.",
};

/** `getWindow start length` */
export function signature(name: string, { operations }: System): string {
  return [name, ...Object.keys(operations[name]?.arguments ?? {})].join(" ");
}

/** What a parameter or an argument is, what it may be, and what it usually is. */
export function fieldWords(field: Field): string {
  const unit = field.unit === undefined || field.kind === "duration" ? "" : ` ${field.unit}`;
  return `${field.help} It is ${field.allowed}${unit === "" ? "" : `, in${unit}`}. Usually ${field.print(field.default as never)}.`;
}

/** A parameter of a system, if it has one of that name. */
export function parameterOf(system: System, name: string): Field | undefined {
  return Object.hasOwn(defaultsOf(system.parameters), name) ? (system.parameters[name] as Field) : undefined;
}

import { evaluate, holds } from "../engine/comparison/evaluate.ts";
import { printOperand, printValue } from "../engine/comparison/print.ts";
import type { Frame, Operand, Parsed, Plain, Recording } from "../engine/index.ts";
import type { Ask } from "./episode.ts";
import { threadNames } from "./thread-names.ts";

/** What a reader answers, and what is right: a slot, a number, a thread by its name, or which option, counted from 0. */
export type Answer =
  | { readonly pick: "slot" | "number"; readonly value: number }
  | { readonly pick: "thread"; readonly value: string }
  | { readonly pick: "choice"; readonly option: number };

/** What comes of doing what a question asks about. */
export interface Outcome {
  /** The frame that stands when the question is asked. */
  readonly from: number;
  /** The frame that gives the answer. Playing from the one to the other shows why it is right. */
  readonly to: number;
  /** The right answer; not ok when the question has none. */
  readonly answer: Parsed<Answer>;
}

/**
 * Do what a question asks about and see what is right.
 *
 * @param branch a recording that stands where the question is asked, to be gone on with; see `Track.branch`
 */
export function predict(ask: Ask, branch: Recording): Outcome {
  const from = branch.length - 1;
  for (const input of ask.inputs) branch.do(input);
  return { from, to: branch.length - 1, answer: answerAt(ask, branch) };
}

/** What is right, in a recording in which all has been done that a question asks about. */
export function answerAt(ask: Ask, branch: Recording): Parsed<Answer> {
  return answerIn(ask, branch.frame(branch.length - 1));
}

/** Is what the reader answered right? */
export function judge(right: Answer, given: Answer): boolean {
  if (right.pick === "choice") return given.pick === "choice" && given.option === right.option;
  return given.pick === right.pick && given.value === right.value;
}

function answerIn({ answer }: Ask, frame: Frame): Parsed<Answer> {
  if (answer.pick === "choice") return choiceIn(answer.options, frame);
  const value = evaluate(answer.path, frame);
  if (!value.ok) return value;
  if (answer.pick === "thread") return threadIn(answer.path, value.value, frame);
  const number = value.value;
  const fits = Number.isSafeInteger(number) && (answer.pick === "number" || Number(number) >= 0);
  if (typeof number === "number" && fits) return { ok: true, value: { pick: answer.pick, value: number } };
  const wanted = answer.pick === "slot" ? "the number of a slot" : "a whole number";
  return {
    ok: false,
    message: `the answer must be ${wanted}; ${printOperand(answer.path)} is ${printValue(number)}`,
  };
}

function threadIn(path: Operand, name: Plain | object, { state }: Frame): Parsed<Answer> {
  const names = threadNames(state);
  if (typeof name === "string" && names.includes(name)) {
    return { ok: true, value: { pick: "thread", value: name } };
  }
  const wanted = names.length === 0 ? "and there are none here" : names.join(", ");
  return {
    ok: false,
    message: `the answer must be the name of a thread: ${wanted}; ${printOperand(path)} is ${printValue(name)}`,
  };
}

type Options = Extract<Ask["answer"], { readonly pick: "choice" }>["options"];

function choiceIn(options: Options, frame: Frame): Parsed<Answer> {
  const held: number[] = [];
  for (const [index, option] of options.entries()) {
    const verdict = holds(option.holds, frame);
    if (!verdict.ok) return { ok: false, message: `option “${option.text}”: ${verdict.message}` };
    if (verdict.value) held.push(index);
  }
  const [option, ...more] = held;
  if (option !== undefined && more.length === 0) return { ok: true, value: { pick: "choice", option } };
  const found =
    option === undefined
      ? `none does: ${factsOf(options, frame)}`
      : `${held.map((index) => `“${options[index]?.text}”`).join(" and ")} do: ${factsOf(options, frame)}`;
  return { ok: false, message: `exactly one option must hold; ${found}` };
}

/** What the left sides of the options are, each once: `result is false, lost.index is 1`. */
function factsOf(options: Options, frame: Frame): string {
  const facts = options.map(({ holds: { left } }) => factOf(left, frame));
  return [...new Set(facts)].join(", ");
}

/** `size is 7` */
export function factOf(operand: Operand, frame: Frame): string {
  const value = evaluate(operand, frame);
  return `${printOperand(operand)} is ${value.ok ? printValue(value.value) : "no field"}`;
}

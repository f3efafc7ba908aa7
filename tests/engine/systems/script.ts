import fc from "fast-check";
import {
  defaultsOf,
  type Field,
  type Frame,
  type Input,
  type Plain,
  Run,
  type Setup,
  type System,
} from "../../../src/engine/index.ts";

/** A system set up with its default parameters, but for those given. */
export function setupOf(
  system: System,
  parameters: { readonly [name: string]: Plain } = {},
  seed = 1,
): Setup {
  return { system, parameters: { ...defaultsOf(system.parameters), ...parameters }, seed };
}

/** Inputs written as in an episode: `push T0`, `window 3 6`. */
export function inputs(system: System, ...lines: readonly string[]): Input[] {
  return lines.map((line) => {
    const [operation = "", ...words] = line.split(" ");
    const fields = Object.entries(system.operations[operation]?.arguments ?? {}) as [string, Field][];
    const values = fields.map(([name, field], i): [string, Plain] => {
      const word = words[i];
      if (word === undefined) return [name, field.default];
      const read = field.parse(word);
      if (!read.ok) throw new Error(`${name} ${read.message}`);
      return [name, read.value];
    });
    return { operation, values: Object.fromEntries(values) };
  });
}

/** Every frame of a run. */
export function framesOf(setup: Setup, all: readonly Input[]): Frame[] {
  const frames: Frame[] = [];
  const run = new Run(setup, (frame) => frames.push(frame));
  for (const input of all) run.do(input);
  return frames;
}

/** The ids of the invariants that a state does not keep. */
export function broken(system: System, state: object): string[] {
  return system.invariants.filter((invariant) => !invariant.holds(state)).map(({ id }) => id);
}

/** Random inputs for a system: any of its operations, with values from the fields' own ranges, at most `most`. */
export function anyInputs(system: System, most = 40): fc.Arbitrary<Input[]> {
  const one = Object.entries(system.operations).map(([operation, definition]) =>
    fc
      .record(
        Object.fromEntries(
          Object.entries(definition.arguments).map(([name, field]) => [name, anyValue(field as Field, most)]),
        ),
      )
      .map((values): Input => ({ operation, values })),
  );
  return fc.array(fc.oneof(...one, ...(system.kernel === undefined ? [] : drives)), { maxLength: most });
}

const threadName = fc.constantFrom("P0", "P1", "C0", "C1", "C2");

/** What moves a system that has a kernel, for a while. */
const drives: readonly fc.Arbitrary<Input>[] = [
  fc.integer({ min: 1, max: 60 }).map((steps) => ({ operation: "run", values: { steps } })),
  fc.integer({ min: 1, max: 12 }).map((ms) => ({ operation: "run", values: { for: ms } })),
  threadName.map((thread) => ({ operation: "pick", values: { thread } })),
];

function anyValue(field: Field, most: number): fc.Arbitrary<Plain> {
  if (field.kind === "whole") {
    const min = field.range?.min ?? 0;
    return fc.integer({ min, max: Math.min(field.range?.max ?? min, min + most) });
  }
  if (field.kind === "duration") return fc.option(fc.integer({ min: 0, max: most }), { nil: null });
  if (field.kind === "thread") return threadName;
  if (field.kind === "choice") return fc.constantFrom(...(field.options ?? []));
  return fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: undefined });
}

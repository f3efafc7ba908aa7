import { DomainError } from "../../../src/engine/kernel/domain-error.ts";
import { Kernel } from "../../../src/engine/kernel/kernel.ts";
import type { Random } from "../../../src/engine/kernel/random.ts";
import type { Trace } from "../../../src/engine/kernel/trace.ts";
import { type Process, pause, sleep } from "../../../src/engine/kernel/wait.ts";
import { defineSystem, type System } from "../../../src/engine/systems/define-system.ts";

/** One smallest step of a thread that shares variables with others. */
export type Statement =
  | { readonly do: "read"; readonly variable: number }
  /** Write what was read last, and one more. */
  | { readonly do: "write"; readonly variable: number }
  /** Read it and add one, with nobody in between. */
  | { readonly do: "add"; readonly variable: number }
  | { readonly do: "sleep"; readonly for: number }
  | { readonly do: "wait"; readonly timeout: number }
  | { readonly do: "notify" }
  | { readonly do: "draw" }
  | { readonly do: "fail-if"; readonly read: number };

export type Program = readonly (readonly Statement[])[];

interface Shared {
  readonly kernel: Kernel;
  readonly values: number[];
}

/**
 * A program as a system. It must not come to `forbidden`: variable 0 with that value.
 *
 * What a thread has read and remembers is told in a mark; the shared variables are all that the snapshot shows.
 */
export function systemOf(program: Program, forbidden: number): System {
  return defineSystem({
    id: "small-program",
    title: "A small program",
    summary: "",
    parameters: {},
    operations: {},
    invariants: [
      {
        id: "allowed",
        words: `variable 0 is never ${forbidden}`,
        holds: ({ values }: { readonly values: readonly number[] }) => values[0] !== forbidden,
      },
    ],
    create: (_parameters, { trace, random }): Shared => {
      const kernel = new Kernel();
      const values = [0, 0];
      const room = kernel.condition("room");
      for (const [index, statements] of program.entries()) {
        const drawing = random.fork("numbers");
        kernel.spawn(`T${index}`, thread(statements, values, room, trace, drawing));
      }
      return { kernel, values };
    },
    snapshot: ({ values }) => ({ values: [...values] }),
    kernel: ({ kernel }) => kernel,
  }) as unknown as System;
}

function* thread(
  statements: readonly Statement[],
  values: number[],
  room: ReturnType<Kernel["condition"]>,
  trace: Trace,
  random: Random,
): Process {
  let read = 0;
  for (const statement of statements) {
    if (statement.do === "read") {
      read = values[statement.variable] ?? 0;
      trace("read", { value: read });
    } else if (statement.do === "write") {
      values[statement.variable] = read + 1;
    } else if (statement.do === "add") {
      values[statement.variable] = (values[statement.variable] ?? 0) + 1;
    } else if (statement.do === "draw") {
      read = random.whole(0, 2);
    } else if (statement.do === "notify") {
      room.notify();
    } else if (statement.do === "fail-if") {
      if (read === statement.read) throw new DomainError(`it has read ${read}`);
    } else if (statement.do === "sleep") {
      yield sleep(statement.for);
      continue;
    } else {
      const notified = yield room.wait(statement.timeout);
      read = notified ? 1 : 2;
      continue;
    }
    yield pause();
  }
}

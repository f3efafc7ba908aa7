import {
  type BrokerState,
  distributedLog,
  type Frame,
  type Input,
  type LogState,
  type Plain,
  Run,
  type Setup,
  type System,
} from "../../../../src/engine/index.ts";
import { readComparison } from "../../../../src/scenario/read-comparison.ts";
import { broken, inputs, setupOf } from "../script.ts";

/** A consumer in a group that is at rest and knows where to read. */
export const READY = [
  "addConsumer trading 1",
  'run until groups.trading.state = "stable"',
  'run until groups.trading.positions[0].owner = "a"',
  "run 50 ms",
];

export const system = distributedLog as unknown as System;

type Parameters = { readonly [name: string]: Plain };

/** A line as in an episode: an operation, `run until …`, `run 50 ms`, `run 12 steps` or `set retentionMs 100`. */
export function input(line: string): Input {
  const until = /^run until (.*)$/.exec(line)?.[1];
  if (until !== undefined) {
    const read = readComparison(until);
    if (!read.ok) throw new Error(read.message);
    return { operation: "run", values: { until: read.value as unknown as Plain } };
  }
  const [, amount, unit] = /^run (\d+) (ms|steps)$/.exec(line) ?? [];
  if (amount !== undefined) {
    return { operation: "run", values: { [unit === "ms" ? "for" : "steps"]: Number(amount) } };
  }
  const [, parameter = "", text = ""] = /^set (\w+) (\S+)$/.exec(line) ?? [];
  if (parameter !== "") {
    const read = system.parameters[parameter]?.parse(text);
    if (!read?.ok) throw new Error(`${parameter} ${read?.message}`);
    return { operation: "set", values: { parameter, value: read.value } };
  }
  return inputs(system, line)[0] as Input;
}

/** A cluster on which lines are tried one after the other. Every frame keeps every invariant. */
export class ClusterScript {
  readonly frames: Frame<LogState>[] = [];
  readonly #run: Run<LogState>;

  constructor(parameters: Parameters = {}, seed = 1) {
    this.#run = new Run(setupOf(system, parameters, seed) as Setup<LogState>, (frame) => {
      const wrong = broken(system, frame.state);
      if (wrong.length > 0) throw new Error(`frame ${frame.index}, ${frame.cause.mark}: ${wrong.join(", ")}`);
      this.frames.push(frame);
    });
  }

  /** Do some lines. Returns what the last one returned. @throws Error when one is refused */
  do(...lines: readonly string[]): Plain {
    for (const line of lines) {
      this.try(line);
      const { mark, detail } = this.last.cause;
      if (mark === "throw") throw new Error(`${line}: ${String(detail.error)}`);
    }
    return this.last.cause.detail.result;
  }

  /** Do a line that may be refused. Returns the error’s name and message if it is. */
  try(line: string): string | undefined {
    this.#run.do(input(line));
    const { mark, detail } = this.last.cause;
    return mark === "throw" ? String(detail.error) : undefined;
  }

  get last(): Frame<LogState> {
    return this.frames.at(-1) as Frame<LogState>;
  }

  get state(): LogState {
    return this.last.state;
  }

  partition(index: number) {
    const found = this.state.partitions.at(index);
    if (found === undefined) throw new Error(`no partition ${index}`);
    return found;
  }

  broker(id: number): BrokerState {
    return this.state.brokers.at(id - 1) as BrokerState;
  }

  group(id = "trading") {
    const found = this.state.groups.find((group) => group.id === id);
    if (found === undefined) throw new Error(`no group ${id}`);
    return found;
  }

  /** The values in the log of a replica, oldest first; by default of the leader. */
  values(partition: number, broker = this.partition(partition).leader): (string | null)[] {
    const replica = this.partition(partition).replicas.find((one) => one.broker === broker);
    return [...(replica?.segments ?? [])].flatMap(({ records }) =>
      [...records].map(({ record }) => record.value),
    );
  }

  /** The marks of the frames from an index on. */
  marks(from = 0): string[] {
    return this.frames.slice(from).map(({ cause }) => cause.mark);
  }
}

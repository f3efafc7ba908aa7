import { expect, test } from "vitest";
import {
  distributedLog,
  distributedLogAdvancingAll,
  distributedLogWithoutReset,
  type LogState,
  Run,
  type Setup,
  type System,
} from "../../../../src/engine/index.ts";
import { broken, setupOf } from "../script.ts";
import { input } from "./cluster-script.ts";

/** The state after some lines, of any kind of cluster. */
function after(kind: System<LogState, never>, parameters: object, ...lines: readonly string[]) {
  const system = kind as unknown as System;
  let last: LogState | undefined;
  const wrong = new Set<string>();
  const run = new Run(setupOf(system, { ...parameters }) as Setup<LogState>, ({ state }) => {
    last = state;
    for (const id of broken(system, state)) wrong.add(id);
  });
  for (const line of lines) run.do(input(line));
  return { state: last as LogState, wrong: [...wrong] };
}

const kinds = {
  right: distributedLog,
  advancing: distributedLogAdvancingAll,
  stuck: distributedLogWithoutReset,
};
const cluster = (kind: keyof typeof kinds) => kinds[kind] as unknown as System<LogState, never>;

const TEN_EACH = [
  "produce AAPL 187 10",
  "produce NFLX 641 10",
  "produce AMZN 201 10",
  "run until producer.acknowledged = 30",
  "addConsumer trading 1",
  'run until groups.trading.state = "stable"',
  "run 50 ms",
  // The first poll asks the brokers; what they answer last is at hand for the next one.
  "consume trading a",
  "run 50 ms",
];
const poll = ["consume trading a", "run 50 ms"];

test("a poll that advances every partition and returns one batch loses what it does not return", () => {
  const polls = Array.from({ length: 5 }, () => poll).flat();
  const right = after(cluster("right"), { pollSize: 10 }, ...TEN_EACH, ...polls);
  expect(right.wrong).toEqual([]);
  expect(right.state.groups[0]).toMatchObject({ processed: 30, skipped: 0 });
  const wrong = after(cluster("advancing"), { pollSize: 10 }, ...TEN_EACH, ...polls);
  expect(wrong.wrong).toEqual(["nothing-skipped"]);
  const group = wrong.state.groups[0];
  expect(group?.skipped).toBeGreaterThan(0);
  expect((group?.processed ?? 0) + (group?.skipped ?? 0)).toBe(30);
  expect([...(group?.positions ?? [])].map(({ lag }) => lag)).toEqual([0, 0, 0]);
});

const OVERRUN = [
  "produce AAPL 187 5",
  "addConsumer trading 1",
  'run until groups.trading.state = "stable"',
  "run 50 ms",
  "consume trading a",
  "run until groups.trading.processed = 5",
  "commit trading",
  "produce AAPL 187 30",
  "run until partitions[0].replicas[0].logStart > 5",
];

test("a group behind the log start that never resets reads nothing, however often it polls", () => {
  const parameters = { retentionBytes: 800, retentionCheck: 1_000 };
  const polls = Array.from({ length: 20 }, () => poll).flat();
  const right = after(cluster("right"), parameters, ...OVERRUN, ...polls);
  expect(right.state.groups[0]?.positions.at(0)?.lag).toBe(0);
  const wrong = after(cluster("stuck"), parameters, ...OVERRUN, ...polls);
  expect(wrong.state.groups[0]).toMatchObject({ processed: 5, skipped: 0 });
  expect(wrong.state.groups[0]?.positions.at(0)).toMatchObject({ position: 5, lag: 30 });
  expect(wrong.state.groups[0]?.members.at(0)?.error).toBe("OFFSET_OUT_OF_RANGE");
});

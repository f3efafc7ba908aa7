import { expect, test } from "vitest";
import { type Frame, type LogState, Run, type Setup } from "../../../../src/engine/index.ts";
import { broken, setupOf } from "../script.ts";
import { input, system } from "./cluster-script.ts";

test("1,000 partitions on 100 brokers are read by 5,000 consumers, and a broker may die", () => {
  const parameters = { partitions: 1_000, brokers: 100, replication: 3, polling: "on" };
  let last: Frame<LogState> | undefined;
  const run = new Run(setupOf(system, parameters) as Setup<LogState>, (frame) => {
    last = frame;
  });
  const groups = ["g0", "g1", "g2", "g3", "g4"];
  for (const group of groups) run.do(input(`addConsumer ${group} 1000`));
  run.do(input("run 3500 ms"));
  run.do(input("produceUnkeyed x 1000"));
  run.do(input("run 500 ms"));
  run.do(input("killBroker 1"));
  run.do(input("run 10000 ms"));
  const state = last?.state as LogState;
  expect(broken(system, state)).toEqual([]);
  expect(state.groups.map((group) => [group.state, group.members.length, group.processed])).toEqual(
    groups.map(() => ["stable", 1_000, 1_000]),
  );
  expect(state.brokers.at(0)).toMatchObject({ state: "down", leads: 0 });
  expect([...state.partitions].every(({ leader }) => leader !== null && leader !== 1)).toBe(true);
});

test("a cluster in which nothing happens costs nothing, however long", () => {
  let frames = 0;
  const run = new Run(setupOf(system, { partitions: 1_000, brokers: 100, replication: 3 }), () => {
    frames += 1;
  });
  run.do(input("run 86400000 ms"));
  expect(frames).toBe(2);
});

test("a step changes only what it touches", () => {
  const frames: Frame<LogState>[] = [];
  const run = new Run(setupOf(system, { partitions: 1_000, brokers: 100 }) as Setup<LogState>, (frame) => {
    frames.push(frame);
  });
  run.do(input("produce AAPL x"));
  run.do(input("run 100 ms"));
  const [first, last] = [frames[0]?.state, frames.at(-1)?.state];
  const changed = [...(last?.partitions ?? [])].filter((one, i) => one !== first?.partitions.at(i));
  expect(changed).toHaveLength(1);
  expect(last?.brokers).toBe(first?.brokers);
});

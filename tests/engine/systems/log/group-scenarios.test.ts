import { expect, test } from "vitest";
import { ClusterScript, READY } from "./cluster-script.ts";

test("consumers that work too long on one poll rebalance for ever and read again and again", () => {
  const script = new ClusterScript({
    polling: "on",
    autoCommit: "on",
    commitInterval: 1,
    processing: 1_000,
    maxPollInterval: 3_000,
  });
  script.do("produce AAPL T 10", "addConsumer trading 3", "run 60000 ms");
  const storm = script.group();
  expect(storm.generation).toBeGreaterThan(6);
  expect(storm.positions.at(0)?.committed ?? 0).toBe(0);
  expect(storm.twice).toBeGreaterThan(20);
  expect(script.marks()).toContain("poll-interval-over");
  script.do("set maxPollInterval 6000", "run 30000 ms");
  const { generation, twice } = script.group();
  script.do("run 60000 ms");
  expect(script.group()).toMatchObject({ state: "stable", generation, twice });
  expect(script.group().positions.at(0)).toMatchObject({ committed: 10, lag: 0 });
});

test("consumers that cannot send a heartbeat in time are out, again and again", () => {
  const script = new ClusterScript({ sessionTimeout: 2_000, heartbeat: 500, polling: "on" });
  script.do("produce AAPL T 10", "addConsumer trading 3", "set heartbeat 3000", "run 60000 ms");
  expect(script.group().generation).toBeGreaterThan(20);
  expect(script.group().twice).toBeGreaterThan(50);
  script.do("set heartbeat 500", "run 10000 ms");
  const { generation, twice } = script.group();
  script.do("run 60000 ms");
  expect(script.group()).toMatchObject({ state: "stable", generation, twice });
});

test("a consumer whose heartbeat is not shorter than its session refuses to start", () => {
  const script = new ClusterScript({ sessionTimeout: 3_000, heartbeat: 3_000 });
  expect(script.try("addConsumer trading 1")).toMatch(/heartbeat, 3000 ms, must be shorter than its session/);
});

test("a group that lags is overrun by retention: what it had not read is counted as skipped", () => {
  const script = new ClusterScript({ retentionBytes: 800, retentionCheck: 1_000 });
  script.do("produce AAPL T 5", ...READY, "consume trading a", "run until groups.trading.processed = 5");
  script.do("commit trading", "produce AAPL T 30", "run until partitions[0].replicas[0].logStart > 5");
  const { logStart } = script.partition(0).replicas[0] ?? { logStart: -1 };
  expect(script.group().positions.at(0)).toMatchObject({ position: 5, committed: 5, lag: 30 });
  script.do("consume trading a", "run until groups.trading.skipped > 0");
  expect(script.marks()).toContain("refused");
  expect(script.group().skipped).toBe(logStart - 5);
  script.do("run until groups.trading.processed = 10");
  expect(script.group().members.at(0)?.polled).toEqual([
    { partition: 0, from: logStart, to: logStart + 5, offsets: [0, 1, 2, 3, 4].map((i) => logStart + i) },
  ]);
});

test("with the reset policy error, a consumer whose offset is gone stops", () => {
  const script = new ClusterScript({ retentionBytes: 800, retentionCheck: 1_000, resetPolicy: "error" });
  script.do("addConsumer trading 1", 'run until groups.trading.state = "stable"', "run 50 ms");
  expect(script.try("consume trading a")).toMatch(/^KafkaError: OFFSET_OUT_OF_RANGE/);
  expect(script.group().members.at(0)?.error).toBe("OFFSET_OUT_OF_RANGE");
});

test("a hot key makes one partition lag while the others have nothing to do", () => {
  const script = new ClusterScript({ polling: "on", processing: 100 });
  script.do("addConsumer trading 3", 'run until groups.trading.state = "stable"', "run 100 ms");
  script.do(
    "produce AAPL T 20",
    "produce NFLX T 4",
    "produce AMZN T 4",
    "run until producer.acknowledged = 28",
  );
  script.do("run 400 ms");
  expect([...script.group().positions].map(({ lag }) => lag)).toEqual([14, 0, 0]);
  expect([...script.group().members].map(({ inHand }) => inHand)).toEqual([2, 0, 0]);
  script.do("addConsumer trading 3", "run until groups.trading.positions[0].lag = 0");
  const owns = [...script.group().members].map(({ owns: held }) => held.length);
  expect(owns).toEqual([1, 1, 1, 0, 0, 0]);
});

test("a consumer that dies before it commits: the next one reads the same records again", () => {
  const script = new ClusterScript();
  script.do(
    ...READY,
    "produce AAPL T 5",
    "run 50 ms",
    "consume trading a",
    "run until groups.trading.processed = 5",
  );
  script.do(
    "crashConsumer trading a",
    "addConsumer trading 1",
    'run until groups.trading.positions[0].owner = "b"',
  );
  script.do("run 50 ms", "consume trading b", "run until groups.trading.processed = 10");
  expect(script.group()).toMatchObject({ processed: 10, twice: 5, skipped: 0, missed: 0, generation: 2 });
});

test("a consumer that commits before it processes: what it had in hand nobody ever processes", () => {
  const script = new ClusterScript({ processing: 100 });
  script.do(
    ...READY,
    "produce AAPL T 5",
    "run 50 ms",
    "consume trading a",
    "run until groups.trading.processed = 2",
  );
  script.do("commit trading", "run 20 ms", "crashConsumer trading a", "addConsumer trading 1");
  script.do("run until groups.trading.missed > 0");
  expect(script.group()).toMatchObject({ processed: 2, twice: 0, missed: 3 });
});

test("a fourth consumer of three partitions stands by", () => {
  const script = new ClusterScript();
  script.do("addConsumer trading 4", 'run until groups.trading.state = "stable"');
  expect([...script.group().members].map(({ owns }) => owns)).toEqual([[0], [1], [2], []]);
});

test("cooperative rebalancing moves what must move, in two rounds; the others read on", () => {
  const script = new ClusterScript({ partitions: 6, assignor: "cooperative-sticky" });
  script.do("addConsumer trading 2", 'run until groups.trading.state = "stable"');
  const before = [...script.group().members].map(({ owns }) => owns);
  expect(before.map((owns) => owns.length)).toEqual([3, 3]);
  const from = script.frames.length;
  script.do(
    "addConsumer trading 1",
    "run until groups.trading.generation = 3",
    'run until groups.trading.state = "stable"',
  );
  expect(script.group().moved).toHaveLength(2);
  const unowned = script.frames.slice(from).map(({ state }) => {
    const group = state.groups[0];
    return [...(group?.positions ?? [])].filter(({ owner }) => owner === null).length;
  });
  expect(Math.max(...unowned)).toBe(2);
});

test("an eager rebalance takes everything from everybody for a while", () => {
  const script = new ClusterScript({ partitions: 6, assignor: "range" });
  script.do("addConsumer trading 2", 'run until groups.trading.state = "stable"');
  const from = script.frames.length;
  script.do(
    "addConsumer trading 1",
    "run until groups.trading.generation = 2",
    'run until groups.trading.state = "stable"',
  );
  const unowned = script.frames.slice(from).map(({ state }) => {
    const group = state.groups[0];
    return [...(group?.positions ?? [])].filter(({ owner }) => owner === null).length;
  });
  expect(Math.max(...unowned)).toBe(6);
  expect(script.group().moved).toEqual([2, 4, 5]);
});

test("a poll returns at most so many, and nothing is passed over", () => {
  const script = new ClusterScript({ pollSize: 4 });
  script.do("produce AAPL T 10", "produce NFLX T 10", "produce AMZN T 10", ...READY);
  for (let polls = 0; script.group().processed < 30; polls++) {
    expect(polls).toBeLessThan(20);
    script.do("consume trading a", "run 50 ms");
  }
  expect([...script.group().positions].map(({ position, lag }) => [position, lag])).toEqual([
    [10, 0],
    [10, 0],
    [10, 0],
  ]);
  expect(script.group()).toMatchObject({ processed: 30, twice: 0 });
});

test("an out-of-date generation may not commit", () => {
  const script = new ClusterScript({ sessionTimeout: 2_000, heartbeat: 1_000 });
  script.do(
    "produce AAPL T 5",
    ...READY,
    "set heartbeat 600000",
    "consume trading a",
    "run until groups.trading.processed = 5",
  );
  script.do("run 4000 ms");
  expect(script.group()).toMatchObject({ state: "empty" });
  script.do("commit trading", "run until groups.trading.generation = 3");
  expect(script.frames.some(({ cause }) => cause.detail.error === "UNKNOWN_MEMBER_ID")).toBe(true);
  expect(script.group().positions.at(0)?.committed).toBeNull();
});

test("a group whose broker dies goes on with another, and forgets nothing that was committed", () => {
  const script = new ClusterScript();
  script.do("produce AAPL T 5", ...READY, "consume trading a", "run until groups.trading.processed = 5");
  script.do("commit trading", "run 50 ms");
  const coordinator = script.group().coordinator;
  script.do(`killBroker ${coordinator}`, "consume trading a", "commit trading", "run 15000 ms");
  expect(script.group().coordinator).not.toBe(coordinator);
  expect(script.frames.some(({ cause }) => cause.detail.error === "COORDINATOR_NOT_AVAILABLE")).toBe(true);
  expect(script.group()).toMatchObject({ state: "stable", processed: 5, twice: 0 });
  expect(script.group().positions.at(0)?.committed).toBe(5);
});

test("a group seeks by offset, by time and to either end", () => {
  const script = new ClusterScript();
  script.do("produce AAPL T 4", "run 1000 ms", "produce AAPL U 4", "run 1000 ms", ...READY);
  const position = () => script.group().positions.at(0)?.position;
  script.do("seekTime trading 0 1000", "run 50 ms");
  expect(position()).toBe(4);
  script.do("seekTo trading 0 latest", "run 50 ms");
  expect(position()).toBe(8);
  script.do("seekTo trading 0 earliest", "run 50 ms");
  expect(position()).toBe(0);
  script.do("seek trading 0 6", "consume trading a", "run 50 ms");
  expect(script.group().members.at(0)?.polled).toEqual([{ partition: 0, from: 6, to: 8, offsets: [6, 7] }]);
});

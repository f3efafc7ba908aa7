import { expect, test } from "vitest";
import { ClusterScript, READY } from "./cluster-script.ts";

test("with acks=1, what the leader acknowledged and nobody copied is lost when it dies", () => {
  const script = new ClusterScript({ acks: "1" });
  script.do("produce AAPL T0", "produce AAPL T1", "produce AAPL T2", "run until producer.acknowledged = 3");
  script.do("killBroker 1", "run until partitions[0].leader = 2");
  expect(script.partition(0)).toMatchObject({ missingAcknowledged: 2, lostAcknowledged: 0 });
  expect(script.values(0)).toEqual(["T0"]);
  expect(script.values(0, 1)).toEqual(["T0", "T1", "T2"]);
  script.do("restartBroker 1", "run until partitions[0].isr = [2, 1]");
  expect(script.partition(0)).toMatchObject({ missingAcknowledged: 0, lostAcknowledged: 2, leaderEpoch: 1 });
  expect(script.values(0, 1)).toEqual(["T0"]);
});

test("with acks=all, everything acknowledged survives the same death", () => {
  const script = new ClusterScript({ acks: "all" });
  script.do("produce AAPL T0", "produce AAPL T1", "produce AAPL T2", "run until producer.acknowledged = 3");
  script.do("killBroker 1", "run until partitions[0].leader = 2");
  expect(script.values(0)).toEqual(["T0", "T1", "T2"]);
  script.do("restartBroker 1", "run until partitions[0].isr = [2, 1]");
  expect(script.partition(0)).toMatchObject({ missingAcknowledged: 0, lostAcknowledged: 0 });
});

test("with acks=all, what is not yet acknowledged may be lost, and the producer knows", () => {
  const script = new ClusterScript({ acks: "all" });
  script.do("produce AAPL T0", "produce AAPL T1", "run until partitions[0].replicas[0].logEnd = 2");
  script.do("killBroker 1", "run until producer.failed = 2");
  expect(script.state.producer).toMatchObject({ acknowledged: 0, last: { error: "NETWORK_EXCEPTION" } });
});

test("with too few in sync, acks=all is refused before anything is written, acks=1 is not", () => {
  const script = new ClusterScript({ minInSync: 2 });
  script.do(
    "killBroker 2",
    "run until partitions[0].isr = [1]",
    "produce AAPL T0",
    "run until producer.failed = 1",
  );
  expect(script.state.producer.last).toEqual({ partition: 0, offset: null, error: "NOT_ENOUGH_REPLICAS" });
  expect(script.values(0)).toEqual([]);
  script.do("set acks 1", "produce AAPL T1", "run until producer.acknowledged = 1");
  // The record is there, but nobody may read it: the high watermark stands still.
  expect(script.partition(0)).toMatchObject({ highWatermark: 0, replicas: [{ logEnd: 1 }, {}] });
  script.do("restartBroker 2", "run until partitions[0].isr = [1, 2]", "run 20 ms", "set acks all");
  expect(script.partition(0).highWatermark).toBe(1);
  script.do("produce AAPL T2", "run until producer.acknowledged = 2");
  expect(script.values(0, 2)).toEqual(["T1", "T2"]);
});

test("a follower that nobody hears from holds acks=all up until the time is up", () => {
  const script = new ClusterScript({ minInSync: 2 });
  script.do("isolateBroker 2", "produce AAPL T0", "run until producer.failed = 1");
  expect(script.state).toMatchObject({ time: 30_010, producer: { last: { error: "REQUEST_TIMED_OUT" } } });
  expect(script.partition(0)).toMatchObject({ isr: [1], highWatermark: 0 });
  expect(script.values(0)).toEqual(["T0"]);
});

test("a producer that tries again is answered once there are enough", () => {
  const script = new ClusterScript({ minInSync: 2, retries: 100 });
  script.do("killBroker 2", "run until partitions[0].isr = [1]", "produce AAPL T0", "run 300 ms");
  expect(script.state.producer).toMatchObject({
    failed: 0,
    waiting: 1,
    last: { error: "NOT_ENOUGH_REPLICAS" },
  });
  script.do("restartBroker 2", "run until producer.acknowledged = 1");
  expect(script.values(0, 2)).toEqual(["T0"]);
});

const TO_THE_LAST_REPLICA = [
  "produce AAPL T0",
  "run until producer.acknowledged = 1",
  "killBroker 2",
  "run until partitions[0].isr = [1]",
  "produce AAPL T1",
  "produce AAPL T2",
  "run until producer.acknowledged = 3",
  "killBroker 1",
  "run until partitions[0].leader = null",
  "restartBroker 2",
  "run 50 ms",
];

test("without an unclean election a partition waits for the replica that has everything", () => {
  const script = new ClusterScript();
  script.do(...TO_THE_LAST_REPLICA);
  expect(script.partition(0)).toMatchObject({ leader: null, isr: [1] });
  script.do("produce AAPL T3", "run 100 ms");
  expect(script.state.producer).toMatchObject({ waiting: 1, acknowledged: 3 });
  script.do("restartBroker 1", "run until producer.acknowledged = 4");
  expect(script.values(0)).toEqual(["T0", "T1", "T2", "T3"]);
  expect(script.partition(0)).toMatchObject({ leader: 1, lostAcknowledged: 0 });
});

test("an unclean election gives a leader and takes acknowledged records", () => {
  const script = new ClusterScript();
  script.do(...TO_THE_LAST_REPLICA, "uncleanElect 0");
  expect(script.partition(0)).toMatchObject({
    leader: 2,
    isr: [2],
    missingAcknowledged: 2,
    lostAcknowledged: 0,
  });
  script.do("run 50 ms", "produce AAPL T3", "run until producer.acknowledged = 4");
  script.do("restartBroker 1", "run until partitions[0].isr = [2, 1]");
  expect(script.partition(0)).toMatchObject({ missingAcknowledged: 0, lostAcknowledged: 2 });
  expect(script.values(0, 1)).toEqual(["T0", "T3"]);
});

test("an election nobody needs is refused as Kafka refuses it", () => {
  const script = new ClusterScript();
  expect(script.try("uncleanElect 0")).toBe("KafkaError: ELECTION_NOT_NEEDED: partition 0");
});

test("a leader that is cut off goes on acknowledging with acks=1, and all of that is lost", () => {
  const script = new ClusterScript({ acks: "1" });
  script.do("isolateBroker 1", "produce AAPL T0", "produce AAPL T1", "run until partitions[0].leader = 2");
  expect(script.partition(0).replicas.map(({ broker, deposed }) => [broker, deposed])).toEqual([
    [2, false],
    [1, true],
  ]);
  script.do("produce AAPL T2", "run until producer.acknowledged = 3");
  expect(script.partition(0).missingAcknowledged).toBe(3);
  script.do("heal", "run until partitions[0].isr = [2, 1]");
  expect(script.partition(0)).toMatchObject({ lostAcknowledged: 3, missingAcknowledged: 0 });
  script.do("produce AAPL T3", "run until producer.failed = 1");
  expect(script.state.producer.last?.error).toBe("NOT_LEADER_OR_FOLLOWER");
  script.do("run 50 ms", "produce AAPL T4", "run until producer.acknowledged = 4");
  expect(script.values(0)).toEqual(["T4"]);
});

test("a follower knows a new high watermark one fetch after the leader", () => {
  const script = new ClusterScript();
  script.do("produce AAPL T", "run until partitions[0].highWatermark = 1");
  expect(script.state.time).toBe(15);
  expect(script.partition(0).replicas.map(({ highWatermark }) => highWatermark)).toEqual([1, 0]);
  script.do("run until partitions[0].replicas[1].highWatermark = 1");
  expect(script.state.time).toBe(20);
});

test("a segment holds about five short records, and the index finds an offset in it", () => {
  const script = new ClusterScript();
  script.do("produce AAPL 187.2 12", "run 300 ms");
  const [leader] = script.partition(0).replicas;
  expect([...(leader?.segments ?? [])].map(({ base, records }) => [base, records.length])).toEqual([
    [0, 5],
    [5, 5],
    [10, 2],
  ]);
  const from = script.frames.length;
  expect(script.do("lookup 0 8")).toBe(3 * 77);
  expect(script.state.lookup).toEqual({
    partition: 0,
    offset: 8,
    probes: [9, 7],
    found: { segment: 5, place: 231 },
  });
  expect(script.marks(from)).toEqual(
    expect.arrayContaining(["compare-segment", "segment-found", "compare", "found", "scan"]),
  );
  expect(script.try("lookup 0 12")).toMatch(/^KafkaError: OFFSET_OUT_OF_RANGE/);
});

test("time retention takes whole segments once their newest record is too old", () => {
  const script = new ClusterScript({ retentionMs: 10_000, retentionCheck: 1_000 });
  script.do("produce AAPL 187.2 5", "run 6000 ms", "produce AAPL 187.3 5", "run 4999 ms");
  expect(script.partition(0).replicas.map(({ logStart }) => logStart)).toEqual([0, 0]);
  script.do("run 1 ms");
  expect(script.partition(0).replicas.map(({ logStart }) => logStart)).toEqual([5, 5]);
  expect(script.partition(0).lostAcknowledged).toBe(0);
});

test("compaction keeps the last value of each key and every offset", () => {
  const script = new ClusterScript({ partitions: 1 });
  script.do(
    "produce AAPL 1",
    "produce MSFT 1",
    "produce AAPL 2",
    "produce MSFT 2",
    "produce AAPL 3",
    "produce IBM 1",
  );
  script.do("run 200 ms", "compactNow");
  const [leader] = script.partition(0).replicas;
  const kept = [...(leader?.segments ?? [])].flatMap(({ records }) => [...records]);
  expect(kept.map(({ offset, record }) => [offset, record.key, record.value])).toEqual([
    [3, "MSFT", "2"],
    [4, "AAPL", "3"],
    [5, "IBM", "1"],
  ]);
  script.do(...READY, "consume trading a", "run 50 ms");
  expect(script.group().members.at(0)?.polled).toEqual([
    { partition: 0, from: 0, to: 6, offsets: [3, 4, 5] },
  ]);
});

test("records without a key stay with a partition for about a batch", () => {
  const script = new ClusterScript();
  script.do("produceUnkeyed 187.2 40", "run 1000 ms");
  const ends = [...script.state.partitions].map(({ highWatermark }) => highWatermark);
  expect(ends.reduce((sum, end) => sum + end)).toBe(40);
  // Five records of 73 bytes are the first to make 300: every partition has whole batches of five.
  for (const end of ends) expect(end % 5).toBe(0);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LogState, type PartitionState, traceHash } from "../../../../src/engine/index.ts";
import { setupOf } from "../script.ts";
import { ClusterScript, input, system } from "./cluster-script.ts";

const broker = fc.integer({ min: 1, max: 4 });
const partition = fc.integer({ min: 0, max: 2 });
const member = fc.constantFrom("a", "b", "c", "d");
const ms = fc.constantFrom(1, 3, 5, 8, 20, 100, 700, 4_000, 12_000);

const produce = fc
  .tuple(fc.constantFrom("AAPL", "MSFT", "k", "x", "undefined"), fc.integer({ min: 1, max: 6 }))
  .map(([key, count]) => `produce ${key} v ${count}`);
const pass = ms.map((time) => `run ${time} ms`);
const fault = fc.oneof(
  broker.map((id) => `killBroker ${id}`),
  broker.map((id) => `restartBroker ${id}`),
  broker.map((id) => `isolateBroker ${id}`),
  fc.constant("heal"),
);
const reading = fc.oneof(
  fc.integer({ min: 1, max: 2 }).map((count) => `addConsumer trading ${count}`),
  member.map((name) => `consume trading ${name}`),
  member.map((name) => `crashConsumer trading ${name}`),
  member.map((name) => `removeConsumer trading ${name}`),
  fc.constant("commit trading"),
  fc
    .constantFrom("range", "roundrobin", "sticky", "cooperative-sticky")
    .map((name) => `switchAssignor trading ${name}`),
  fc
    .tuple(partition, fc.integer({ min: 0, max: 30 }))
    .map(([where, offset]) => `seek trading ${where} ${offset}`),
  partition.map((where) => `seekTo trading ${where} latest`),
);
const knobs = fc.constantFrom(
  "set acks all",
  "set acks 1",
  "set acks 0",
  "set polling on",
  "set polling off",
  "set processing 7",
  "set autoCommit on",
  "set latency 2",
  "set latency 9",
  "set replicaLag 50",
  "set minInSync 2",
);
const expiry = fc.constantFrom(
  "enforceRetention",
  "set retentionBytes 500",
  "set retentionMs 300",
  "set retentionMs -1",
);
const unclean = fc.oneof(
  partition.map((where) => `uncleanElect ${where}`),
  fc.constantFrom("set unclean on", "set unclean off"),
);

const shapes = fc.record({
  partitions: fc.constant(3),
  brokers: fc.constant(4),
  replication: fc.integer({ min: 1, max: 4 }),
  minInSync: fc.integer({ min: 1, max: 2 }),
  acks: fc.constantFrom("all", "1"),
  retries: fc.integer({ min: 0, max: 2 }),
  replicaLag: fc.constantFrom(20, 30_000),
  assignor: fc.constantFrom("range", "cooperative-sticky"),
  resetPolicy: fc.constantFrom("earliest", "latest", "error"),
  retentionCheck: fc.constant(1_000),
  sessionTimeout: fc.constantFrom(2_000, 10_000),
  heartbeat: fc.constantFrom(700, 1_500),
  processing: fc.constantFrom(0, 300),
  maxPollInterval: fc.constantFrom(1_000, 300_000),
});

type Shape = typeof shapes extends fc.Arbitrary<infer S> ? S : never;

function mixture(...lines: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string[]> {
  return fc.array(fc.oneof({ arbitrary: produce, weight: 3 }, { arbitrary: pass, weight: 4 }, ...lines), {
    minLength: 5,
    maxLength: 40,
  });
}

function played(shape: Shape, seed: number, lines: readonly string[]): ClusterScript {
  const script = new ClusterScript(shape, seed);
  script.do("addConsumer trading 2", "run 3200 ms");
  for (const line of lines) script.try(line);
  return script;
}

/** Everything is mended, and there is time to catch up. */
function recover(script: ClusterScript): void {
  script.try("heal");
  script.do("run 12000 ms");
  for (const { id, state } of script.state.brokers) if (state === "down") script.do(`restartBroker ${id}`);
  script.do("run 200000 ms");
}

function records({ replicas }: PartitionState, from: number) {
  return replicas.map(({ segments }) =>
    [...segments].flatMap(({ records: held }) =>
      [...held]
        .filter(({ offset }) => offset >= from)
        .map(({ offset, record }) => [offset, record.id, record.epoch]),
    ),
  );
}

function expectEqualReplicas(state: LogState): void {
  for (const one of state.partitions) {
    expect(one.leader).not.toBeNull();
    const { replicas, isr } = one;
    expect([...isr].sort()).toEqual(replicas.map(({ broker: id }) => id).sort());
    const from = Math.max(...replicas.map(({ logStart }) => logStart));
    const [first, ...others] = records(one, from);
    for (const other of others) expect(other).toEqual(first);
    expect(new Set(replicas.map(({ logEnd }) => logEnd)).size).toBe(1);
    for (const { highWatermark, logEnd } of replicas) expect(highWatermark).toBe(logEnd);
  }
}

describe("random runs", () => {
  test("keep every invariant after every step", () => {
    fc.assert(
      fc.property(
        shapes,
        fc.integer(),
        mixture(fault, reading, knobs, expiry, unclean),
        (shape, seed, lines) => {
          played(shape, seed, lines);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("keep them while logs are compacted, too", () => {
    fc.assert(
      fc.property(
        shapes,
        fc.integer(),
        mixture(fault, reading, fc.constantFrom("compactNow", "set compact on")),
        (shape, seed, lines) => {
          played(shape, seed, lines);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("end with equal replicas once everything is mended", () => {
    fc.assert(
      fc.property(shapes, fc.integer(), mixture(fault, expiry, unclean), (shape, seed, lines) => {
        const script = played(shape, seed, lines);
        recover(script);
        expectEqualReplicas(script.state);
      }),
      { numRuns: 100 },
    );
  });

  test("lose nothing that all acknowledged, as long as no election is unclean", () => {
    fc.assert(
      fc.property(shapes, fc.integer(), mixture(fault), (shape, seed, lines) => {
        const script = played({ ...shape, acks: "all" }, seed, lines);
        recover(script);
        for (const { lostAcknowledged, missingAcknowledged } of script.state.partitions) {
          expect([lostAcknowledged, missingAcknowledged]).toEqual([0, 0]);
        }
        const held = new Set(
          [...script.state.partitions].flatMap((one) => records(one, 0)[0]?.map(([, id]) => id)),
        );
        expect(held.size).toBeGreaterThanOrEqual(script.state.producer.acknowledged);
      }),
      { numRuns: 100 },
    );
  });

  test("are the same for the same seed", () => {
    fc.assert(
      fc.property(shapes, fc.integer(), mixture(fault, reading, unclean), (shape, seed, lines) => {
        const all = lines.map(input);
        expect(traceHash(setupOf(system, shape, seed), all)).toBe(
          traceHash(setupOf(system, shape, seed), all),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe("a group that is left alone", () => {
  test("reads every record exactly once, whatever its consumers do in good order", () => {
    const calm = fc.array(
      fc.oneof(
        produce,
        pass,
        fc.constantFrom("addConsumer trading 1", "removeConsumer trading a", "removeConsumer trading b"),
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom("range", "roundrobin", "sticky", "cooperative-sticky"),
        calm,
        (assignor, lines) => {
          const script = new ClusterScript({ assignor, polling: "on", autoCommit: "on", commitInterval: 1 });
          for (const line of lines) script.try(line);
          script.do("addConsumer trading 1", "run 60000 ms");
          const { state, processed, twice, skipped, positions } = script.group();
          expect({ state, twice, skipped }).toEqual({ state: "stable", twice: 0, skipped: 0 });
          expect(processed).toBe(script.state.producer.acknowledged);
          for (const { lag } of positions) expect(lag).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DistributedLogPartition, LogSegment, sharedEnd } from "../../../../src/engine/index.ts";

describe("replication of a log", () => {
  const batch = { key: null, value: "v", timestamp: 0 };

  const reign = fc.record({
    leader: fc.nat(2),
    /** Who follows. The others are away, keep what they have, and may lead some day. */
    follows: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    /** Batches that the followers copy, and after them batches that nobody does. */
    shared: fc.nat(4),
    unshared: fc.nat(4),
  });
  const alone = [false, false, false] as [boolean, boolean, boolean];
  /** The second one leads without a record of its own, and then copies what was written before its reign. */
  const aReignThatWroteNothing = [
    { leader: 2, follows: alone, shared: 0, unshared: 1 },
    { leader: 0, follows: [false, true, false] as typeof alone, shared: 1, unshared: 1 },
    { leader: 1, follows: alone, shared: 0, unshared: 0 },
    { leader: 0, follows: [false, true, false] as typeof alone, shared: 0, unshared: 0 },
    { leader: 1, follows: [false, false, true] as typeof alone, shared: 0, unshared: 0 },
  ];
  const content = (log: DistributedLogPartition) =>
    log.segments.flatMap(({ batches }) => batches.map((one) => [one.baseOffset, one.leaderEpoch]));

  test("a returning replica steps back to where it and its leader parted, and no further", () => {
    fc.assert(
      fc.property(fc.array(reign, { maxLength: 12 }), (reigns) => {
        const replicas = [0, 1, 2].map(() => new DistributedLogPartition({}, () => 0));
        reigns.forEach(({ leader: leading, follows, shared, unshared }, epoch) => {
          const leader = replicas[leading] as DistributedLogPartition;
          leader.becomeLeader(epoch);
          for (let i = 0; i < shared; i++) leader.appendBatch([batch]);
          for (const follower of replicas.filter((one, i) => one !== leader && follows[i])) {
            const theirs = content(leader).map(String);
            const parted = content(follower).findIndex((one, i) => String(one) !== theirs[i]);
            const end = follower.truncateTo(sharedEnd(follower, leader));
            expect(end).toBe(parted === -1 ? follower.logEndOffset : parted);
            while (follower.logEndOffset < leader.logEndOffset) {
              for (const one of leader.read(follower.logEndOffset, 1, "log-end")) follower.replicate(one);
            }
            expect(content(follower)).toEqual(content(leader));
          }
          for (let i = 0; i < unshared; i++) leader.appendBatch([batch]);
        });
      }),
      { examples: [[aReignThatWroteNothing]] },
    );
  });

  test("a truncated segment is as one that was never longer", () => {
    const config = { segmentBytes: 10_000, segmentMs: 1000, indexIntervalBytes: 100, segmentIndexBytes: 100 };
    fc.assert(
      fc.property(fc.array(fc.nat(99), { minLength: 1, maxLength: 12 }), fc.nat(12), (times, cut) => {
        const log = new DistributedLogPartition({}, () => 0);
        const batches = times.map((timestamp) => log.appendBatch([{ ...batch, timestamp }]));
        const long = new LogSegment(0, 0, config);
        const short = new LogSegment(0, 0, config);
        for (const one of batches) long.append(one);
        for (const one of batches.slice(0, cut)) short.append(one);
        long.truncateTo(cut);
        for (const segment of [long, short]) for (const one of batches.slice(cut)) segment.append(one);
        expect(long).toEqual(short);
        for (const segment of [long, short]) segment.truncateTo(0);
        expect(long).toEqual(new LogSegment(0, 0, config));
      }),
    );
  });

  test("a follower refuses a batch that begins below its end", () => {
    const leader = new DistributedLogPartition({}, () => 0);
    const follower = new DistributedLogPartition({}, () => 0);
    const first = leader.appendBatch([batch]);
    follower.replicate(first);
    expect(() => follower.replicate(first)).toThrow("batch begins at 0, but the log ends at 1");
  });
});

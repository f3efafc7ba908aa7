import { describe, expect, test } from "vitest";
import { DistributedLogPartition, LeaderEpochs } from "../../../../src/engine/index.ts";

describe("LeaderEpochs", () => {
  const epochs = () => {
    const made = new LeaderEpochs();
    made.assign(0, 0);
    made.assign(2, 5);
    made.assign(3, 9);
    return made;
  };

  test("tells where a reign ended, or the last one before it", () => {
    expect(epochs().endOf(0, 12)).toEqual({ epoch: 0, endOffset: 5 });
    expect(epochs().endOf(1, 12)).toEqual({ epoch: 0, endOffset: 5 });
    expect(epochs().endOf(3, 12)).toEqual({ epoch: 3, endOffset: 12 });
    expect(epochs().endOf(4, 12)).toBeUndefined();
  });

  test("forgets reigns that are truncated or deleted whole", () => {
    const cut = epochs();
    cut.truncateEnd(9);
    expect(cut.entries.map(({ epoch }) => epoch)).toEqual([0, 2]);
    cut.truncateStart(6);
    expect(cut.entries).toEqual([{ epoch: 2, startOffset: 6 }]);
  });

  test("go with their log", () => {
    const log = new DistributedLogPartition({}, () => 0);
    for (const epoch of [0, 1, 2]) {
      log.becomeLeader(epoch);
      log.append(null, "v");
    }
    log.advanceHighWatermark(2);
    log.deleteRecords(1);
    log.truncateTo(2);
    expect(log.epochs.entries).toEqual([{ epoch: 1, startOffset: 1 }]);
  });

  test("a reign without a record gives way to the next", () => {
    const log = new DistributedLogPartition({}, () => 0);
    for (const epoch of [0, 1, 2]) log.becomeLeader(epoch);
    expect(log.epochs.entries).toEqual([{ epoch: 2, startOffset: 0 }]);
  });
});

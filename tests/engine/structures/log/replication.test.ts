import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acknowledgement,
  type FollowerProgress,
  fetched,
  isCaughtUp,
  joinable,
  type LeaderView,
  lagging,
  nextHighWatermark,
  watch,
} from "../../../../src/engine/index.ts";

const LAG = 30;

const leader: LeaderView = {
  id: 0,
  logEndOffset: 10,
  highWatermark: 0,
  epochStartOffset: 0,
  isr: [0, 1, 2],
  joining: [],
  leaving: [],
  followers: [],
  unavailable: [],
  minIsr: 2,
  now: 0,
  lagTimeMax: LAG,
};

const follower = (id: number, logEndOffset: number): FollowerProgress => ({
  ...watch(id, true, 0),
  logEndOffset,
});

describe("the high watermark", () => {
  test("is on every in-sync replica, and never goes back", () => {
    const offset = fc.integer({ min: -1, max: 10 });
    fc.assert(
      fc.property(offset, offset, fc.nat(10), (first, second, before) => {
        const followers = [follower(1, first), follower(2, second)];
        const next = nextHighWatermark({ ...leader, followers, highWatermark: before });
        expect(next).toBe(Math.max(before, Math.min(first, second)));
      }),
    );
  });

  test("waits after an election until every in-sync follower has asked the new leader", () => {
    const followers = [watch(1, true, 0), follower(2, 10)];
    expect(nextHighWatermark({ ...leader, followers, highWatermark: 6 })).toBe(6);
    const asked = followers.map((one) => fetched(one, 9, 10, 1));
    expect(nextHighWatermark({ ...leader, followers: asked, highWatermark: 6 })).toBe(9);
  });

  test("does not wait for one that never kept up, even at the start of time", () => {
    const followers = [follower(1, 10), watch(2, false, 0)];
    expect(nextHighWatermark({ ...leader, isr: [0, 1], followers })).toBe(10);
  });
});

describe("a follower", () => {
  test("that always asks in time stays in sync, however fast the leader writes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: LAG / 2 }))), (rounds) => {
        let progress = fetched(watch(1, true, 0), 0, 0, 0);
        let [end, now] = [0, 0];
        for (const [written, waited] of rounds) {
          const had = end;
          end += written;
          now += waited;
          progress = fetched(progress, had, end, now);
          expect(isCaughtUp(progress, end, now, LAG)).toBe(true);
        }
      }),
    );
  });

  test("that stands still lags when its time is over, and may come back when it has caught up", () => {
    const stuck = fetched(watch(1, true, 0), 5, 5, 0);
    const view = { ...leader, isr: [0, 1], followers: [stuck] };
    expect(lagging({ ...view, now: LAG })).toEqual([]);
    expect(lagging({ ...view, now: LAG + 1 })).toEqual([1]);
    const alone = { ...view, isr: [0], highWatermark: 10, now: 100 };
    expect(joinable({ ...alone, followers: [fetched(stuck, 9, 10, 100)] })).toEqual([]);
    expect(joinable({ ...alone, followers: [fetched(stuck, 10, 10, 100)] })).toEqual([1]);
  });
});

test("acks=all waits for the high watermark, acks=1 for nobody else", () => {
  expect(acknowledgement("all", 8, { ...leader, highWatermark: 7 })).toBe("waiting");
  expect(acknowledgement("all", 8, { ...leader, highWatermark: 8 })).toBe("stored");
  expect(acknowledgement(1, 8, { ...leader, highWatermark: 7 })).toBe("stored");
  expect(acknowledgement(0, 8, { ...leader, highWatermark: 7 })).toBe("stored");
});

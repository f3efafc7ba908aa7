import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changePartition,
  type ElectionConfig,
  NO_LEADER,
  type PartitionEvent,
  register,
} from "../../../../src/engine/index.ts";

const replicas = [4, 1, 3];
const broker = fc.constantFrom(...replicas);
const event: fc.Arbitrary<PartitionEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom("fence", "unfence", "expand", "shrink"), broker }),
  fc.record({ kind: fc.constantFrom("electPreferred", "electUnclean", "recovered") }),
);
const config: fc.Arbitrary<ElectionConfig> = fc.record({
  uncleanElection: fc.boolean(),
  eligibleLeaderReplicas: fc.boolean(),
  minInsyncReplicas: fc.integer({ min: 1, max: 4 }),
});
const history = fc.tuple(fc.array(event, { maxLength: 30 }), config);

describe("changePartition", () => {
  test("lets only a living, in-sync broker lead", () => {
    fc.assert(
      fc.property(history, ([events, chosen]) => {
        let state = register(replicas);
        for (const one of events) {
          state = changePartition(state, one, chosen).state;
          if (state.leader === NO_LEADER) continue;
          expect(state.isr).toContain(state.leader);
          expect(state.fenced).not.toContain(state.leader);
        }
      }),
    );
  });

  test("elects cleanly only from those that were in sync or eligible, and never loses sight of all of them", () => {
    fc.assert(
      fc.property(history, ([events, chosen]) => {
        let state = register(replicas);
        for (const one of events.filter(({ kind }) => kind !== "electUnclean")) {
          const next = changePartition(state, one, { ...chosen, uncleanElection: false }).state;
          if (next.leader !== NO_LEADER) expect([...state.isr, ...state.elr]).toContain(next.leader);
          expect(next.isr.length + next.elr.length).toBeGreaterThan(0);
          expect(next.recovering).toBe(false);
          state = next;
        }
      }),
    );
  });

  test("counts every change, and every change of leader, by one", () => {
    fc.assert(
      fc.property(history, ([events, chosen]) => {
        let state = register(replicas);
        for (const one of events) {
          const { state: next, refusal } = changePartition(state, one, chosen);
          const { partitionEpoch, leaderEpoch, fenced, ...before } = state;
          const { partitionEpoch: nextPartition, leaderEpoch: nextLeader, fenced: _, ...now } = next;
          const same = JSON.stringify(before) === JSON.stringify(now);
          expect(nextPartition - partitionEpoch).toBe(same ? 0 : 1);
          expect(nextLeader - leaderEpoch).toBe(before.leader === now.leader ? 0 : 1);
          if (refusal !== undefined) expect(next).toBe(state);
          state = next;
        }
      }),
    );
  });

  test("needs a replica to begin with", () => {
    expect(() => register([])).toThrow(RangeError);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Assignment,
  type Assignor,
  assignors,
  type GroupMember,
  nameOf,
  type PartitionCounts,
  type Round,
  rebalance,
} from "../../../../src/engine/index.ts";

const all = Object.values(assignors);
const sticky = [assignors.sticky, assignors["cooperative-sticky"]];
const topics = ["clicks", "orders", "views"];
const counts: fc.Arbitrary<PartitionCounts> = fc.record({
  clicks: fc.integer({ min: 1, max: 9 }),
  orders: fc.integer({ min: 1, max: 9 }),
  views: fc.integer({ min: 1, max: 9 }),
});
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 7 });
const alike = ids.map((some) => some.map((id): GroupMember => ({ id, topics })));
const unlike = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), fc.subarray(topics)), {
    minLength: 1,
    maxLength: 7,
    selector: ([id]) => id,
  })
  .map((some) => some.map(([id, wanted]): GroupMember => ({ id, topics: wanted })));

/** What a group has after each of these states, its last rounds only. */
function settle(assignor: Assignor, sizes: PartitionCounts, states: readonly (readonly GroupMember[])[]) {
  let before: Assignment = new Map();
  return states.map((members, i) => {
    const rounds = rebalance(assignor, sizes, members, before, 10 * i);
    before = (rounds.at(-1) as Round).assignment;
    return { rounds, assignment: before };
  });
}

const sizesOf = (assignment: Assignment) => [...assignment.values()].map((held) => held.length);
const spread = (assignment: Assignment) =>
  Math.max(...sizesOf(assignment)) - Math.min(...sizesOf(assignment));

function owners(assignment: Assignment): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id, held] of assignment) {
    for (const name of held.map(nameOf)) {
      expect(found.has(name)).toBe(false);
      found.set(name, id);
    }
  }
  return found;
}

describe.each(all)("$name", (assignor) => {
  test("gives every partition of a subscribed topic to exactly one subscriber", () => {
    fc.assert(
      fc.property(counts, fc.array(unlike, { minLength: 1, maxLength: 4 }), (sizes, states) => {
        for (const [i, { assignment }] of settle(assignor, sizes, states).entries()) {
          const members = states[i] as readonly GroupMember[];
          expect([...assignment.keys()].sort()).toEqual(members.map(({ id }) => id).sort());
          const wanted = topics.filter((topic) => members.some((member) => member.topics.includes(topic)));
          const names = wanted.flatMap((topic) =>
            Array.from({ length: sizes[topic] as number }, (_, partition) => nameOf({ topic, partition })),
          );
          expect([...owners(assignment).keys()].sort()).toEqual(names.sort());
          for (const { id, topics: subscribed } of members) {
            for (const { topic } of assignment.get(id) ?? []) expect(subscribed).toContain(topic);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("gives nothing of a topic that nobody knows", () => {
    const [round] = rebalance(assignor, { t: 2 }, [{ id: "a", topics: ["t", "gone"] }], new Map(), 0);
    expect(round?.assignment.get("a")?.map(nameOf)).toEqual(["t-0", "t-1"]);
  });

  test("counts a generation a round", () => {
    fc.assert(
      fc.property(counts, fc.array(alike, { minLength: 1, maxLength: 4 }), (sizes, states) => {
        for (const [i, { rounds }] of settle(assignor, sizes, states).entries()) {
          expect(rounds.map(({ generation }) => generation)).toEqual(rounds.map((_, r) => 10 * i + r + 1));
        }
      }),
      { numRuns: 30 },
    );
  });
});

test("range gives each member neighbours of each topic, and shares that differ by one at most", () => {
  fc.assert(
    fc.property(counts, alike, (sizes, members) => {
      const assignment = assignors.range.assign(sizes, members);
      for (const topic of topics) {
        const shares = [...assignment.values()].map((held) =>
          held.filter((one) => one.topic === topic).map(({ partition }) => partition),
        );
        for (const share of shares) expect(share).toEqual(share.map((_, i) => (share[0] as number) + i));
        const lengths = shares.map((share) => share.length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test.each([assignors.roundrobin, ...sticky])(
  "$name is even to one when all subscriptions are alike",
  (assignor) => {
    fc.assert(
      fc.property(counts, fc.array(alike, { minLength: 1, maxLength: 4 }), (sizes, states) => {
        for (const { assignment } of settle(assignor, sizes, states)) {
          expect(spread(assignment)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  },
);

describe.each(sticky)("$name", (assignor) => {
  test("moves no more than evenness needs when all subscriptions are alike", () => {
    fc.assert(
      fc.property(counts, alike, alike, (sizes, first, second) => {
        const [before, after] = settle(assignor, sizes, [first, second]).map(({ assignment }) => assignment);
        if (before === undefined || after === undefined) throw new Error("two states give two assignments");
        const now = owners(after);
        const live = [...before].filter(([id]) => after.has(id));
        const moved = live.flatMap(([id, held]) => held.filter((one) => now.get(nameOf(one)) !== id));
        const least = Math.floor(now.size / second.length);
        const mayHaveMore = now.size % second.length;
        const excess = live.map(([, held]) => Math.max(0, held.length - least));
        const spared = Math.min(mayHaveMore, excess.filter((one) => one > 0).length);
        expect(moved.length).toBe(excess.reduce((sum, one) => sum + one, 0) - spared);
      }),
    );
  });

  test("ends where no single move would make it more even, whatever the subscriptions", () => {
    fc.assert(
      fc.property(counts, fc.array(unlike, { minLength: 1, maxLength: 4 }), (sizes, states) => {
        for (const [i, { assignment }] of settle(assignor, sizes, states).entries()) {
          for (const [id, held] of assignment) {
            for (const { topic } of held) {
              for (const member of (states[i] as readonly GroupMember[]).filter((m) =>
                m.topics.includes(topic),
              )) {
                const others = assignment.get(member.id) ?? [];
                if (member.id !== id) expect(others.length + 1).toBeGreaterThanOrEqual(held.length);
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("moves nothing when nothing changed", () => {
    fc.assert(
      fc.property(counts, unlike, (sizes, members) => {
        const [first, second] = settle(assignor, sizes, [members, members]);
        expect(owners(second?.assignment as Assignment)).toEqual(owners(first?.assignment as Assignment));
        expect(second?.rounds.length).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  test("believes the later generation of two that claim the same partition", () => {
    const claim = { topics: ["t"], owned: [{ topic: "t", partition: 0 }] };
    const assignment = assignor.assign({ t: 2 }, [
      { ...claim, id: "late", generation: 3 },
      { ...claim, id: "latest", generation: 4 },
    ]);
    expect(owners(assignment).get("t-0")).toBe("latest");
  });
});

describe("cooperative sticky", () => {
  const assignor = assignors["cooperative-sticky"];

  test("leaves a partition that changes hands without an owner in the first round, and needs two at most", () => {
    fc.assert(
      fc.property(counts, fc.array(alike, { minLength: 2, maxLength: 4 }), (sizes, states) => {
        let before = new Map<string, string>();
        for (const { rounds } of settle(assignor, sizes, states)) {
          expect(rounds.length).toBeLessThanOrEqual(2);
          const [first] = rounds as [Round];
          for (const [name, id] of owners(first.assignment)) {
            const had = before.get(name);
            expect(had === undefined || had === id || !first.assignment.has(had)).toBe(true);
          }
          before = owners((rounds.at(-1) as Round).assignment);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("trusts neither of two members that claim the same partition in the same generation", () => {
    const claim = { topics: ["t"], owned: [{ topic: "t", partition: 0 }], generation: 3 };
    const assignment = assignor.assign({ t: 2 }, [
      { ...claim, id: "a" },
      { ...claim, id: "b" },
    ]);
    expect(owners(assignment).has("t-0")).toBe(false);
  });
});

test("a static member keeps its place in the order under another id", () => {
  const group = (id: string): GroupMember[] => [
    { id, instance: "i1", topics: ["t"] },
    { id: "m", topics: ["t"] },
  ];
  const share = (id: string) => assignors.range.assign({ t: 3 }, group(id)).get(id)?.map(nameOf);
  expect(share("a")).toEqual(["t-0", "t-1"]);
  expect(share("z")).toEqual(["t-0", "t-1"]);
});

test("when one of three leaves, round robin moves what sticky leaves in place", () => {
  const group = ["a", "b", "c"].map((id): GroupMember => ({ id, topics: ["t"] }));
  const movedBy = (assignor: Assignor) => {
    const [, after] = settle(assignor, { t: 9 }, [group, group.slice(1)]);
    return after?.rounds[0]?.revoked;
  };
  expect(movedBy(assignors.roundrobin)).toBeGreaterThan(0);
  expect(movedBy(assignors.sticky)).toBe(0);
});

import * as z from "zod/mini";
import { type Assignment, assignors, nameOf, type Round, rebalance } from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const whole = z.number().check(z.int());
const texts = z.array(z.string());
const shape = z.object({
  assignor: z.literal(["range", "roundrobin", "sticky", "cooperative-sticky"]),
  steps: z.array(
    z.object({
      topics: z.record(z.string(), whole),
      members: z.array(z.object({ id: z.string(), topics: texts, instance: z.optional(z.string()) })),
    }),
  ),
  expect: z.array(z.array(z.record(z.string(), texts))),
  memberOrderDependent: z.boolean(),
  props: z.array(z.object({ sizes: z.array(whole), movedFromLiveMember: whole, rounds: whole })),
});

/** Who gets which partitions, step after step; where Java's answer is an accident of hashing, how even and how sticky it is. */
export const kafkaAssignors: Model<z.infer<typeof shape>> = {
  name: "kafka-assignors",
  shape,
  firstDifference({ assignor, steps, expect, memberOrderDependent, props }) {
    let before: Assignment = new Map();
    let generation = 0;
    for (const [i, { topics, members }] of steps.entries()) {
      const joining = members.map(({ id, topics: wanted, instance }) => ({
        id,
        topics: wanted,
        ...(instance === undefined ? {} : { instance }),
      }));
      const rounds = rebalance(assignors[assignor], topics, joining, before, generation);
      const last = rounds.at(-1) as Round;
      const got = {
        sizes: [...last.assignment.values()].map((held) => held.length).sort((a, b) => a - b),
        movedFromLiveMember: moved(before, last.assignment),
        rounds: rounds.length,
      };
      for (const field of ["sizes", "movedFromLiveMember", "rounds"] as const) {
        const [right, found] = [JSON.stringify(props[i]?.[field]), JSON.stringify(got[field])];
        if (right !== found) return `step ${i}: ${field} expected ${right}, got ${found}`;
      }
      for (const [r, right] of memberOrderDependent ? [] : (expect[i] ?? []).entries()) {
        const found = (rounds[r] as Round).assignment;
        for (const [member, names] of Object.entries(right)) {
          const has = (found.get(member) ?? []).map(nameOf).sort();
          if (JSON.stringify(has) !== JSON.stringify([...names].sort())) {
            return `step ${i}, round ${r}: ${member} expected ${names.join(" ")}, got ${has.join(" ")}`;
          }
        }
      }
      before = last.assignment;
      generation = last.generation;
    }
    return undefined;
  },
};

/** How many partitions another member has now, although their owner is still there. */
function moved(before: Assignment, after: Assignment): number {
  let count = 0;
  for (const [id, had] of before) {
    const has = after.get(id);
    if (has === undefined) continue;
    const names = new Set(has.map(nameOf));
    count += had.filter((one) => !names.has(nameOf(one))).length;
  }
  return count;
}

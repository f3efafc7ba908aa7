import * as z from "zod/mini";
import { changePartition, type PartitionEvent, register } from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const broker = z.number().check(z.int());
const brokers = z.array(broker);
const event = z.union([
  z.tuple([z.literal(["fence", "unfence", "expand", "shrink"]), broker]),
  z.tuple([z.literal("prefer")]),
  z.tuple([z.literal("uncleanElect")]),
]);
type Event = z.infer<typeof event>;

const shape = z.object({
  replicas: brokers,
  unclean: z.boolean(),
  elr: z.boolean(),
  minIsr: z.number(),
  events: z.array(event),
  expect: z.array(
    z.object({
      leader: broker,
      isr: brokers,
      leaderEpoch: z.number(),
      partitionEpoch: z.number(),
      recovering: z.boolean(),
      elr: z.optional(brokers),
      lastKnownElr: z.optional(brokers),
      note: z.optional(z.string()),
    }),
  ),
});

/** Leader, in-sync replicas and epochs after every event, and why nothing happened. */
export const kafkaElection: Model<z.infer<typeof shape>> = {
  name: "kafka-election",
  shape,
  firstDifference({ replicas, unclean, elr, minIsr, events, expect }) {
    if (expect.length !== events.length)
      return `malformed: ${events.length} events but ${expect.length} in expect`;
    const config = { uncleanElection: unclean, eligibleLeaderReplicas: elr, minInsyncReplicas: minIsr };
    let state = register(replicas);
    for (const [i, one] of events.entries()) {
      const change = changePartition(state, meaning(one), config);
      state = change.state;
      const got: { readonly [field: string]: unknown } = {
        ...state,
        lastKnownElr: state.lastKnownLeader === undefined ? [] : [state.lastKnownLeader],
        note: change.refusal === "NOT_APPLICABLE" ? "skip" : change.refusal,
      };
      const right = expect[i] as (typeof expect)[number];
      for (const [field, value] of Object.entries({ note: undefined, ...right })) {
        if (JSON.stringify(got[field]) !== JSON.stringify(value)) {
          return `event ${i}, ${one.join(" ")}: ${field} expected ${JSON.stringify(value)}, got ${JSON.stringify(got[field])}`;
        }
      }
    }
    return undefined;
  },
};

function meaning(event: Event): PartitionEvent {
  if (event[0] === "prefer") return { kind: "electPreferred" };
  if (event[0] === "uncleanElect") return { kind: "electUnclean" };
  return { kind: event[0], broker: event[1] };
}

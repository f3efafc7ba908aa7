import { type Input, type Plain, registry, type System } from "../engine/index.ts";
import { galleryState } from "./gallery-run.ts";
import type { GalleryState } from "./gallery-states.ts";
import { view } from "./partitions/view.ts";

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly parameters?: { readonly [name: string]: Plain };
  readonly inputs: readonly Input[];
  readonly t?: number;
}

const ask = (operation: string, values: Input["values"] = {}): Input => ({ operation, values });
const run = (time: number): Input => ask("run", { for: time });
const set = (parameter: string, value: string | number): Input => ask("set", { parameter, value });
const produce = (key: string, count = 1): Input => ask("produce", { key, value: "187.2", count });
const unkeyed = (count: number): Input => ask("produceUnkeyed", { value: "tick", count });
const join = (group: string, count: number): Input => ask("addConsumer", { group, count });
const poll = (group: string, member: string): Input => ask("consume", { group, member });
const kill = (broker: number): Input => ask("killBroker", { broker });

const trades = ["AAPL", "MSFT", "GOOG", "AMZN", "TSLA", "NVDA"].map((key, place) =>
  produce(key, 2 + (place % 3)),
);
const written = [...trades, unkeyed(8), run(200), ...trades.slice(1), run(200)];
const read = [
  join("trading", 4),
  join("audit", 1),
  run(8_000),
  ...["a", "b", "c"].map((member) => poll("trading", member)),
  poll("audit", "a"),
  run(1_000),
  ask("commit", { group: "trading" }),
  run(100),
];

const shown: readonly Shown[] = [
  { id: "partitions-empty", title: "Nothing yet", inputs: [] },
  {
    id: "partitions-flight",
    title: "Records on their way to their leaders",
    inputs: [...written, ...trades, run(3)],
    t: 0.5,
  },
  {
    id: "partitions-copied",
    title: "Copied to the followers",
    inputs: [...written, produce("AAPL", 3), run(9)],
    t: 0.5,
  },
  {
    id: "partitions-groups",
    title: "Two groups, one consumer idle",
    inputs: [...written, ...read, produce("AAPL", 2), run(12)],
  },
  {
    id: "partitions-delivered",
    title: "Records on their way to a consumer",
    inputs: [...written, ...read, poll("audit", "a"), run(8)],
    t: 0.5,
  },
  {
    id: "partitions-rebalance",
    title: "A consumer crashed: the others take over",
    inputs: [
      ...written,
      ...read,
      ask("crashConsumer", { group: "trading", member: "a" }),
      run(12_000),
      poll("audit", "a"),
      run(4_000),
    ],
  },
  {
    id: "partitions-retention",
    title: "Retention takes whole segments",
    inputs: [...written, ...read, set("retentionBytes", 500), ask("enforceRetention")],
    t: 0.5,
  },
  {
    id: "partitions-lookup",
    title: "Looking an offset up",
    inputs: [...written, run(100), ask("lookup", { partition: 0, offset: 4 })],
  },
  {
    id: "partitions-refused",
    title: "Too few replicas: refused",
    parameters: { minInSync: 2, replicaLag: 500, brokerTimeout: 1_000 },
    inputs: [...written, kill(2), run(4_000), ...trades, run(30)],
  },
  {
    id: "partitions-leaderless",
    title: "Nobody left to lead",
    parameters: { replicaLag: 500, brokerTimeout: 1_000 },
    inputs: [...written, ...read, kill(2), run(4_000), kill(3), run(4_000)],
  },
  {
    id: "partitions-diverged",
    title: "An old leader with records that nobody else has",
    parameters: { acks: "1", replication: 3, brokerTimeout: 1_000 },
    inputs: [
      ...written,
      ask("isolateBroker", { broker: 1 }),
      ...trades,
      run(60),
      run(4_000),
      ...trades,
      run(100),
    ],
  },
  {
    id: "partitions-one",
    title: "One partition, three replicas",
    parameters: { partitions: 1, replication: 3 },
    inputs: [...written, join("trading", 2), run(8_000), produce("AAPL"), run(6)],
  },
  {
    id: "partitions-compacted",
    title: "Compacted: the last value of each key",
    parameters: { compact: "on" },
    inputs: [...written, ...read, ask("compactNow")],
  },
  {
    id: "partitions-many",
    title: "24 partitions on six brokers",
    parameters: { partitions: 24, brokers: 6, replication: 3 },
    inputs: [
      unkeyed(120),
      ...written,
      join("trading", 5),
      join("audit", 2),
      run(8_000),
      poll("audit", "a"),
      run(100),
      kill(4),
      run(12_000),
    ],
  },
  {
    id: "partitions-map",
    title: "1,000 partitions on 100 brokers",
    parameters: { partitions: 1_000, brokers: 100, replication: 3, brokerTimeout: 1_000 },
    inputs: [unkeyed(40), ...written, join("trading", 200), run(4_000), kill(17), kill(18), run(2_000)],
  },
];

const system = registry.get("distributed-log") as unknown as System<never>;

/** A topic from its first record to a thousand partitions, healthy and not. */
export const partitionStates: readonly GalleryState[] = shown.map((state) =>
  galleryState({ ...state, view, system }),
);

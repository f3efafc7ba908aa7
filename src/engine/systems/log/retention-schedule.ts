import type { Broker } from "./broker.ts";
import type { ClusterContext } from "./cluster-context.ts";
import type { Alarm } from "./network.ts";
import { partitionConfig, type Replica } from "./replica.ts";

/** `min.cleanable.dirty.ratio`: compact when so much of what could be compacted was not yet. */
const DIRTY_RATIO = 0.5;

/** No record of those that can be produced is larger. */
const MOST_RECORD_BYTES = 300;

/**
 * When a broker looks for what may go. It looks at fixed intervals; looks that would find nothing are left out, so a
 * broker on which nothing expires costs nothing.
 */
export class RetentionSchedule {
  readonly #broker: Broker;
  readonly #context: ClusterContext;
  #alarm: Alarm | undefined;

  constructor(broker: Broker, context: ClusterContext) {
    this.#broker = broker;
    this.#context = context;
  }

  stop(): void {
    if (this.#alarm !== undefined) this.#alarm.cancelled = true;
    this.#alarm = undefined;
  }

  /** Something may expire sooner than was thought. Without a replica, look at all of them. */
  look(changed?: Replica): void {
    if (this.#broker.state === "down") return;
    const replicas = changed === undefined ? [...this.#broker.replicas.values()] : [changed];
    const next = Math.min(...replicas.map((replica) => this.#due(replica)));
    if (next === Number.POSITIVE_INFINITY || (this.#alarm !== undefined && this.#alarm.due <= next)) return;
    this.stop();
    const { network, kernel } = this.#context;
    this.#alarm = network.alarm(this.#broker.name, next - kernel.now, { kind: "retention" });
  }

  /** Look at every replica now. */
  pass(): void {
    this.stop();
    for (const replica of this.#broker.replicas.values()) {
      if (this.#context.settings.compact === "on") {
        if (dirtyRatio(replica) >= DIRTY_RATIO) this.compact(replica);
      } else {
        this.enforce(replica);
      }
    }
    this.look();
  }

  /** One retention pass over a replica. Returns how many segments went. */
  enforce(replica: Replica): number {
    const { log, partition, broker } = replica;
    log.configure(partitionConfig(this.#context.settings));
    const before = log.segments;
    const { code } = this.#context;
    const result = code.runLog(log, "applyRetention", () => log.applyRetention());
    const count = result.byLogStart + result.bySize + result.byTime;
    if (count === 0) return 0;
    const removed = this.#context.picture.idsIn(before.slice(0, count));
    this.#context.tell("remove-segments", { partition, broker, ...result, logStart: log.logStartOffset });
    this.#rewritten(replica, removed);
    return count;
  }

  /** One run of the cleaner over a replica. Returns how many records went. */
  compact(replica: Replica): number {
    const { log, partition, broker } = replica;
    const { picture, tell } = this.#context;
    log.configure(partitionConfig(this.#context.settings));
    const before = picture.idsIn(log.segments);
    log.compact();
    const left = new Set(picture.idsIn(log.segments));
    const removed = before.filter((id) => !left.has(id));
    if (removed.length > 0) picture.compacted = true;
    tell("compact", { partition, broker, records: removed });
    this.#rewritten(replica, removed);
    return removed.length;
  }

  #rewritten(replica: Replica, records: readonly number[]): void {
    const { log, partition, broker } = replica;
    const { picture, image, ledger } = this.#context;
    picture.rewritten(replica);
    picture.touch({ partition, broker, records });
    if (image.leader(partition) === broker) ledger.expired(partition, log.logStartOffset);
  }

  /** The first look at which something of a replica goes, in ms. */
  #due(replica: Replica): number {
    const { settings, kernel } = this.#context;
    const at = expiry(replica, settings, kernel.now);
    if (at === Number.POSITIVE_INFINITY) return at;
    return (Math.floor(Math.max(at, kernel.now) / settings.retentionCheck) + 1) * settings.retentionCheck;
  }
}

/** When something of a replica may go, in ms; Infinity for never as things stand. */
function expiry(
  replica: Replica,
  { compact, retentionMs, retentionBytes }: ClusterContext["settings"],
  now: number,
): number {
  const { log } = replica;
  if (compact === "on") return dirtyRatio(replica) >= DIRTY_RATIO ? now : Number.POSITIVE_INFINITY;
  const [oldest, next] = log.segments;
  if (oldest === undefined || oldest.bytes === 0) return Number.POSITIVE_INFINITY;
  if ((next?.baseOffset ?? log.logEndOffset) > log.highWatermark) return Number.POSITIVE_INFINITY;
  if (next !== undefined && next.baseOffset <= log.logStartOffset) return now;
  const most = (log.logEndOffset - log.logStartOffset) * MOST_RECORD_BYTES;
  const mayBeTooMuch = retentionBytes >= 0 && most - retentionBytes >= oldest.bytes;
  if (mayBeTooMuch && log.bytes - retentionBytes >= oldest.bytes) return now;
  return retentionMs < 0 ? Number.POSITIVE_INFINITY : oldest.largestTimestamp + retentionMs;
}

/** How much of the closed segments was not yet compacted, from 0 to 1. */
function dirtyRatio({ log }: Replica): number {
  let dirty = 0;
  let all = 0;
  for (const { baseOffset, bytes } of log.segments.slice(0, -1)) {
    if (baseOffset >= log.highWatermark) break;
    all += bytes;
    if (baseOffset >= log.firstDirtyOffset) dirty += bytes;
  }
  return all === 0 ? 0 : dirty / all;
}

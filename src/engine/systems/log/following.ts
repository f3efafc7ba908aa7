import type { PartitionRegistration } from "../../structures/log/leader-election.ts";
import { type EpochLog, sharedEnd } from "../../structures/log/leader-epochs.ts";
import type { RecordBatch } from "../../structures/log/record-batch.ts";
import { brokerName, type ClusterContext } from "./cluster-context.ts";
import type { LogRecord } from "./log-state.ts";
import type { Message } from "./messages.ts";
import type { Replica } from "./replica.ts";

/** `replica.fetch.backoff.ms`: after a refusal a follower waits so long before it asks again. */
const BACKOFF = 1_000;

const UNREACHABLE: ReadonlySet<string> = new Set(["NETWORK_EXCEPTION", "REQUEST_TIMED_OUT"]);

/** A broker that copies a partition from its leader: it always has one question on its way, or waiting at the leader. */
export class Following {
  readonly leader: number;
  readonly epoch: number;
  readonly #replica: Replica;
  readonly #context: ClusterContext;
  #asked: number | undefined;
  #stopped = false;

  constructor(replica: Replica, state: PartitionRegistration, context: ClusterContext) {
    this.#replica = replica;
    this.#context = context;
    this.leader = state.leader;
    this.epoch = state.leaderEpoch;
    this.ask();
  }

  stop(): undefined {
    this.#stopped = true;
  }

  /** Ask for what comes behind the log end. */
  ask(): void {
    if (this.#stopped) return;
    const { log, partition, broker } = this.#replica;
    const { network, settings } = this.#context;
    const request = this.#context.nextRequest();
    this.#asked = request;
    const lastEpoch = log.epochs.latest()?.epoch;
    network.send(
      brokerName(broker),
      brokerName(this.leader),
      {
        kind: "fetch",
        request,
        from: brokerName(broker),
        partition,
        offset: log.logEndOffset,
        follower: { broker, leaderEpoch: this.epoch, lastEpoch, highWatermark: log.highWatermark },
        most: Number.POSITIVE_INFINITY,
        patience: settings.fetchWait,
      },
      { kind: "fetch", partition, records: [], error: null },
    );
  }

  /** Whether it waits for the answer to this question. */
  awaits(request: number): boolean {
    return this.#asked === request;
  }

  hear(answer: Extract<Message, { readonly answers: number }>): void {
    switch (answer.kind) {
      case "fetched":
        this.#copy(answer.batches, answer.highWatermark, answer.logStart);
        break;
      case "diverging":
        this.#truncate(answer.leader);
        break;
      case "out-of-range":
        this.#moveInto(answer.logStart, answer.logEnd);
        break;
      default:
        this.#asked = undefined;
        // When the leader’s machine does not answer, the next news comes from the controller.
        if (answer.kind === "refused" && !UNREACHABLE.has(answer.error)) this.#later();
        return;
    }
    this.ask();
  }

  #later(): void {
    const { partition, broker } = this.#replica;
    this.#context.network.alarm(brokerName(broker), BACKOFF, { kind: "refetch", partition });
  }

  /** The back-off is over. */
  resume(): void {
    if (this.#asked === undefined) this.ask();
  }

  #copy(batches: readonly RecordBatch[], highWatermark: number, logStart: number): void {
    const { log, partition, broker } = this.#replica;
    const { picture, shown, code } = this.#context;
    for (const batch of batches) code.runLog(log, "replicate", () => log.replicate(batch));
    const before = log.highWatermark;
    const known = Math.max(log.logStartOffset, Math.min(highWatermark, log.logEndOffset));
    if (known !== before) {
      const learn = () => log.setHighWatermark(highWatermark);
      if (batches.length > 0) learn();
      else code.runLog(log, "setHighWatermark", learn);
    }
    if (logStart > log.logStartOffset && logStart <= log.highWatermark) log.deleteRecords(logStart);
    const records = batches.flatMap((batch) => batch.records.map((stored) => shown.get(stored) as LogRecord));
    const detail = { partition, broker, logEnd: log.logEndOffset, highWatermark: log.highWatermark };
    this.#context.tell(batches.length > 0 ? "replicate" : "learn-high-watermark", detail);
    if (batches.length > 0) this.#replica.grew();
    if (known !== before) this.#replica.committed();
    picture.touch({ partition, broker, records: records.map(({ id }) => id) });
  }

  #truncate(leader: EpochLog): void {
    const { log, partition, broker } = this.#replica;
    const end = sharedEnd(log, leader);
    this.#cut(() => this.#context.code.runLog(log, "truncateTo", () => log.truncateTo(end)), "truncate");
    this.#context.picture.touch({ partition, broker });
  }

  /** The leader’s log lies elsewhere altogether: cut off what it does not reach, or begin where it begins. */
  #moveInto(logStart: number, logEnd: number): void {
    const { log } = this.#replica;
    this.#cut(() => {
      if (log.logEndOffset > logEnd) log.truncateTo(logEnd);
      else this.#replica.startAt(logStart);
    }, "start-over");
  }

  #cut(cut: () => void, mark: string): void {
    const { log, partition, broker } = this.#replica;
    const before = this.#context.picture.recordsOf(this.#replica);
    cut();
    const left = new Set(this.#context.picture.recordsOf(this.#replica));
    const removed = before.filter((id) => !left.has(id));
    this.#context.tell(mark, { partition, broker, to: log.logEndOffset, records: removed });
    this.#context.picture.rewritten(this.#replica);
    this.#context.picture.touch({ partition, broker, records: removed });
    this.#context.ledger.truncated(partition);
  }
}

import type { LeaderEpochs } from "../../structures/log/leader-epochs.ts";
import { brokerName, type ClusterContext } from "./cluster-context.ts";
import type { LogRecord } from "./log-state.ts";
import type { ErrorName, FetchRequest, ListOffsetsRequest, ProduceRequest } from "./messages.ts";
import type { Replica } from "./replica.ts";

/** What a follower fetches at most, in bytes: more than a segment of any size that is shown. */
const FOLLOWER_FETCH_BYTES = 1_048_576;

/** Tell a client or a follower that it gets nothing, and why. */
export function refuse(
  { network }: ClusterContext,
  from: string,
  request: ProduceRequest | FetchRequest | ListOffsetsRequest,
  error: ErrorName,
): void {
  // With acks=0 nobody listens for an answer.
  if (request.kind === "produce" && request.acks === "0") return;
  network.send(
    from,
    request.from,
    { kind: "refused", answers: request.request, error },
    { kind: "refuse", partition: request.partition, records: [], error },
  );
}

/** Give a follower what it asked for, and tell it the high watermark and where the log starts. */
export function answerFollower(context: ClusterContext, replica: Replica, fetch: FetchRequest): void {
  const { log, partition, broker } = replica;
  const batches = log.read(fetch.offset, FOLLOWER_FETCH_BYTES, "log-end");
  const records = batches.flatMap((batch) =>
    batch.records.map((stored) => context.shown.get(stored) as LogRecord),
  );
  context.network.send(
    brokerName(broker),
    fetch.from,
    {
      kind: "fetched",
      answers: fetch.request,
      partition,
      batches,
      highWatermark: log.highWatermark,
      logStart: log.logStartOffset,
    },
    { kind: "replicate", partition, records, error: null },
  );
}

/** Whether a follower’s log has parted from its leader’s somewhere before the offset that it asks for. */
export function diverges(
  { epochs, logEndOffset }: { readonly epochs: LeaderEpochs; readonly logEndOffset: number },
  lastEpoch: number | undefined,
  offset: number,
): boolean {
  if (lastEpoch === undefined) return false;
  const end = epochs.endOf(lastEpoch, logEndOffset);
  return end === undefined || end.epoch < lastEpoch || end.endOffset < offset;
}

import type { Kernel } from "../../kernel/kernel.ts";
import type { Detail } from "../../kernel/trace.ts";
import type { LogRecord as StoredRecord } from "../../structures/log/record-batch.ts";
import type { AcknowledgedLedger } from "./acknowledged-ledger.ts";
import type { ClusterPicture } from "./cluster-picture.ts";
import type { LogRecord } from "./log-state.ts";
import type { MetadataImage } from "./metadata-image.ts";
import type { Network } from "./network.ts";
import type { Settings } from "./parameters.ts";
import type { RunningLog } from "./running-log.ts";

/**
 * What consumers do wrong, to be watched: they advance over all that they have fetched though a poll returns less, or
 * they ask for an offset that is gone again and again.
 */
export type ConsumerFault = "none" | "advances-all" | "never-resets";

/** What every part of a cluster has at hand. */
export interface ClusterContext {
  readonly kernel: Kernel;
  readonly network: Network;
  /** As they stand now: the live ones change in the middle of a run. */
  readonly settings: Settings;
  readonly consumerFault: ConsumerFault;
  /** Who leads what, as the controller has decided it. */
  readonly image: MetadataImage;
  readonly picture: ClusterPicture;
  readonly ledger: AcknowledgedLedger;
  /** What is to be shown of a record that has its place in a log. All replicas share it. */
  readonly shown: WeakMap<StoredRecord, LogRecord>;
  /** What runs in the logs, to be read along. */
  readonly code: RunningLog;
  /** Say what was just done. */
  tell(mark: string, detail?: Detail): void;
  /** A number by which the answer to a request will be known. */
  nextRequest(): number;
}

export const PRODUCER = "producer";
export const CONTROLLER = "controller";
export const COORDINATOR = "coordinator";

/** The name of a broker’s process. */
export function brokerName(broker: number): string {
  return `broker-${broker}`;
}

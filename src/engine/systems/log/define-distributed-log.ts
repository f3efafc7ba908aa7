import type { Context, Operation, System } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import type { ConsumerFault } from "./cluster-context.ts";
import { DistributedLogSystem } from "./distributed-log-system.ts";
import { logInvariants } from "./log-invariants.ts";
import { brokerOperations, groupOperations, logOperations, producerOperations } from "./log-operations.ts";
import type { LogState } from "./log-state.ts";
import { live, parameters } from "./parameters.ts";

/** A cluster under a name of its own, whose consumers may be broken on purpose. */
export function defineDistributedLog(
  named: Pick<System, "id" | "title" | "summary" | "breaks">,
  fault: ConsumerFault = "none",
): System<LogState, DistributedLogSystem> {
  const operations = { ...producerOperations, ...groupOperations, ...brokerOperations, ...logOperations };
  return defineSystem({
    ...named,
    views: ["partitions"],
    parameters,
    live,
    operations,
    structures: ["HashPartitioner", "StickyPartitioner", "DistributedLogPartition", "LogSegment"],
    invariants: logInvariants,
    create: (settings, context: Context) => new DistributedLogSystem(settings, context, fault),
    begin(cluster: DistributedLogSystem, operation) {
      const own: Partial<Record<string, Pick<Operation<unknown>, "source">>> = operations;
      cluster.layAside(own[operation]?.source !== undefined);
    },
    kernel: (cluster) => cluster.kernel,
    adjust: (cluster, parameter, value) => cluster.adjust(parameter, value),
    snapshot: (cluster) => cluster.snapshot(),
    running: ({ code }) => (code === null ? [] : [code]),
  });
}

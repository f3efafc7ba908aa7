export type { Comparison, Operand } from "./comparison/comparison.ts";
export { evaluate, holds } from "./comparison/evaluate.ts";
export { printComparison, printOperand, printPath, printValue } from "./comparison/print.ts";
export { Condition } from "./kernel/condition.ts";
export { DomainError } from "./kernel/domain-error.ts";
export { canonical, Fingerprint, fnv1a } from "./kernel/hash.ts";
export * from "./kernel/kernel.ts";
export { PersistentVector } from "./kernel/persistent-vector.ts";
export type { Plain } from "./kernel/plain.ts";
export { ProcessFailure } from "./kernel/process-failure.ts";
export * from "./kernel/quiescence.ts";
export { Random } from "./kernel/random.ts";
export * from "./kernel/scheduler.ts";
export type { Task } from "./kernel/task.ts";
export type { Detail, Trace } from "./kernel/trace.ts";
export * from "./kernel/wait.ts";
export * from "./structures/adaptive-controller.ts";
export { ArrayQueue } from "./structures/array-queue.ts";
export * from "./structures/backpressure-strategies.ts";
export type { Offer } from "./structures/backpressure-strategy.ts";
export * from "./structures/blocking-queue-errors.ts";
export { BoundedBlockingQueue } from "./structures/bounded-blocking-queue.ts";
export { ModuloWindowRing } from "./structures/broken/modulo-window-ring.ts";
export { NumberGrowingRing } from "./structures/broken/number-growing-ring.ts";
export { OneWayController } from "./structures/broken/one-way-controller.ts";
export { QueueNotifyingWrong } from "./structures/broken/queue-notifying-wrong.ts";
export { QueueRestartingTimeout } from "./structures/broken/queue-restarting-timeout.ts";
export { QueueTestingFirst } from "./structures/broken/queue-testing-first.ts";
export { QueueWithIf } from "./structures/broken/queue-with-if.ts";
export { QueueWithoutLock } from "./structures/broken/queue-without-lock.ts";
export { RingWithoutSize } from "./structures/broken/ring-without-size.ts";
export { CounterRing } from "./structures/counter-ring.ts";
export * from "./structures/flow/circuit-breaker.ts";
export * from "./structures/flow/co-del.ts";
export { CongestionWindow } from "./structures/flow/congestion-window.ts";
export { DriftEstimate } from "./structures/flow/drift-estimate.ts";
export { type Guard, HandOver } from "./structures/flow/hand-over.ts";
export { LaneChoice } from "./structures/flow/lane-choice.ts";
export { GrowableRing } from "./structures/growable-ring.ts";
export { LatencySketch } from "./structures/latency-sketch.ts";
export { Lock } from "./structures/lock.ts";
export { LockCondition } from "./structures/lock-condition.ts";
export * from "./structures/log/assignors/assignor.ts";
export { assignors } from "./structures/log/assignors/assignors.ts";
export * from "./structures/log/assignors/rebalance.ts";
export * from "./structures/log/distributed-log-partition.ts";
export { HashPartitioner } from "./structures/log/hash-partitioner.ts";
export * from "./structures/log/kafka-error.ts";
export * from "./structures/log/leader-election.ts";
export * from "./structures/log/leader-epochs.ts";
export * from "./structures/log/log-cleaner.ts";
export * from "./structures/log/log-segment.ts";
export { murmur2 } from "./structures/log/murmur2.ts";
export * from "./structures/log/offset-index.ts";
export * from "./structures/log/offset-reset.ts";
export { PartitionReader } from "./structures/log/partition-reader.ts";
export * from "./structures/log/record-batch.ts";
export * from "./structures/log/replication.ts";
export type { RetentionResult } from "./structures/log/retention.ts";
export * from "./structures/log/sticky-partitioner.ts";
export * from "./structures/log/timestamp-merge.ts";
export { utf8, utf8Length } from "./structures/log/utf8.ts";
export { OneSlotEmptyRing } from "./structures/one-slot-empty-ring.ts";
export { OverwritingRingBuffer } from "./structures/overwriting-ring-buffer.ts";
export { RingBuffer } from "./structures/ring-buffer.ts";
export { SlidingCount } from "./structures/sliding-count.ts";
export { SlidingLatencySketch } from "./structures/sliding-latency-sketch.ts";
export { adaptiveBuffer } from "./systems/backpressure/adaptive-buffer.ts";
export type * from "./systems/backpressure/adaptive-buffer-state.ts";
export { AdaptiveBufferSystem } from "./systems/backpressure/adaptive-buffer-system.ts";
export { backpressureComparison } from "./systems/backpressure/backpressure-comparison.ts";
export type * from "./systems/backpressure/backpressure-comparison-state.ts";
export type * from "./systems/backpressure/lane-state.ts";
export * from "./systems/define-system.ts";
export { type Drive, isDrive, MOST_STEPS } from "./systems/drive.ts";
export { bufferBloat } from "./systems/failures/buffer-bloat.ts";
export { cascadingSlowdown } from "./systems/failures/cascading-slowdown.ts";
export { clockDrift } from "./systems/failures/clock-drift.ts";
export { consumerLag } from "./systems/failures/consumer-lag.ts";
export type * from "./systems/failures/failure-state.ts";
export { headOfLine } from "./systems/failures/head-of-line.ts";
export * from "./systems/fields.ts";
export { grouped } from "./systems/grouped.ts";
export { blockingQueue } from "./systems/lanes/blocking-queue.ts";
export type * from "./systems/lanes/lanes-state.ts";
export { producerConsumer } from "./systems/lanes/producer-consumer.ts";
export { ProducerConsumerSystem } from "./systems/lanes/producer-consumer-system.ts";
export { threadRace } from "./systems/lanes/thread-race.ts";
export { distributedLog } from "./systems/log/distributed-log.ts";
export { distributedLogAdvancingAll } from "./systems/log/distributed-log-advancing-all.ts";
export { DistributedLogSystem } from "./systems/log/distributed-log-system.ts";
export { distributedLogWithoutReset } from "./systems/log/distributed-log-without-reset.ts";
export type {
  BrokerState,
  Flight,
  GroupPosition,
  GroupState,
  LogRecord as ReplicatedRecord,
  LogState,
  MemberState,
  MergedRecord,
  PartitionState,
  ProducerState,
  ReplicaState,
  SegmentState,
} from "./systems/log/log-state.ts";
export { Recording } from "./systems/recording.ts";
export { registry } from "./systems/registry.ts";
export { counterRing } from "./systems/ring/counter-ring.ts";
export { moduloWindowRing } from "./systems/ring/modulo-window-ring.ts";
export { oneSlotEmptyRing } from "./systems/ring/one-slot-empty-ring.ts";
export { overwritingRingBuffer } from "./systems/ring/overwriting-ring-buffer.ts";
export { ringBuffer } from "./systems/ring/ring-buffer.ts";
export type * from "./systems/ring/ring-state.ts";
export { ringWithoutSize } from "./systems/ring/ring-without-size.ts";
export { shiftComparison } from "./systems/ring/shift-comparison.ts";
export type * from "./systems/ring/shift-comparison-state.ts";
export * from "./systems/run.ts";
export * from "./systems/series.ts";
export { audioWindow } from "./systems/window/audio-window.ts";
export type * from "./systems/window/audio-window-state.ts";
export { crashLog } from "./systems/window/crash-log.ts";
export type * from "./systems/window/crash-log-state.ts";
export { metricsWindow } from "./systems/window/metrics-window.ts";
export type * from "./systems/window/metrics-window-state.ts";
export { positionHistory } from "./systems/window/position-history.ts";
export type * from "./systems/window/position-history-state.ts";
export type * from "./systems/window/window-state.ts";

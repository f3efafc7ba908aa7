import { adaptiveBuffer } from "./backpressure/adaptive-buffer.ts";
import { backpressureComparison } from "./backpressure/backpressure-comparison.ts";
import type { System } from "./define-system.ts";
import { bufferBloat } from "./failures/buffer-bloat.ts";
import { cascadingSlowdown } from "./failures/cascading-slowdown.ts";
import { clockDrift } from "./failures/clock-drift.ts";
import { consumerLag } from "./failures/consumer-lag.ts";
import { headOfLine } from "./failures/head-of-line.ts";
import { blockingQueue } from "./lanes/blocking-queue.ts";
import { producerConsumer } from "./lanes/producer-consumer.ts";
import { threadRace } from "./lanes/thread-race.ts";
import { distributedLog } from "./log/distributed-log.ts";
import { distributedLogAdvancingAll } from "./log/distributed-log-advancing-all.ts";
import { distributedLogWithoutReset } from "./log/distributed-log-without-reset.ts";
import { counterRing } from "./ring/counter-ring.ts";
import { moduloWindowRing } from "./ring/modulo-window-ring.ts";
import { oneSlotEmptyRing } from "./ring/one-slot-empty-ring.ts";
import { overwritingRingBuffer } from "./ring/overwriting-ring-buffer.ts";
import { ringBuffer } from "./ring/ring-buffer.ts";
import { ringWithoutSize } from "./ring/ring-without-size.ts";
import { shiftComparison } from "./ring/shift-comparison.ts";
import { audioWindow } from "./window/audio-window.ts";
import { crashLog } from "./window/crash-log.ts";
import { metricsWindow } from "./window/metrics-window.ts";
import { positionHistory } from "./window/position-history.ts";

/** Every system, by id. */
export const registry: ReadonlyMap<string, System> = new Map(
  [
    ringBuffer,
    ringWithoutSize,
    oneSlotEmptyRing,
    counterRing,
    shiftComparison,
    overwritingRingBuffer,
    moduloWindowRing,
    metricsWindow,
    audioWindow,
    positionHistory,
    crashLog,
    blockingQueue,
    threadRace,
    producerConsumer,
    backpressureComparison,
    adaptiveBuffer,
    bufferBloat,
    cascadingSlowdown,
    consumerLag,
    headOfLine,
    clockDrift,
    distributedLog,
    distributedLogAdvancingAll,
    distributedLogWithoutReset,
  ].map((system) => [system.id, system as unknown as System]),
);

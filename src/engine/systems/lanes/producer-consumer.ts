import { defineSystem } from "../define-system.ts";
import { thread, whole } from "../fields.ts";
import { laneSettings, liveSettings } from "./lane-settings.ts";
import { lanesInvariants } from "./lanes-invariants.ts";
import type { LanesState } from "./lanes-state.ts";
import { ProducerConsumerSystem } from "./producer-consumer-system.ts";
import { type QueueCode, queueStructure } from "./queue-codes.ts";
import { runningThreads } from "./running.ts";

const consumer = thread({ default: "C0", help: "Which thread." });

/** Threads that make items, threads that process them, and one queue between them. */
export const producerConsumer = defineSystem({
  id: "producer-consumer",
  title: "Producers and consumers",
  summary: "Threads that make items, threads that process them, and one bounded queue between them.",
  views: ["lanes"],
  parameters: laneSettings,
  operations: {
    addProducer: {
      help: "Start one more producer.",
      arguments: {},
      run: (shop: ProducerConsumerSystem) => shop.addProducer().name,
    },
    addConsumer: {
      help: "Start one more consumer.",
      arguments: {},
      run: (shop: ProducerConsumerSystem) => shop.addConsumer().name,
    },
    removeProducer: {
      help: "Let the newest producer end after what it is at.",
      arguments: {},
      run: (shop: ProducerConsumerSystem) => shop.remove("producer").name,
    },
    removeConsumer: {
      help: "Let the newest consumer end after what it is at.",
      arguments: {},
      run: (shop: ProducerConsumerSystem) => shop.remove("consumer").name,
    },
    slow: {
      help: "Let a thread take so many times as long from now on; 1 is the usual speed.",
      arguments: {
        thread: consumer,
        factor: whole({ min: 1, max: 1_000, default: 10, help: "How many times as long." }),
      },
      run: (shop: ProducerConsumerSystem, { thread, factor }) => {
        const slowed = shop.find(thread);
        slowed.slowness = factor;
        shop.touch(slowed);
      },
    },
    pause: {
      help: "Halt a thread where it stands, whatever it holds.",
      arguments: { thread: consumer },
      run: (shop: ProducerConsumerSystem, { thread }) => {
        shop.kernel.halt(shop.find(thread).task);
      },
    },
    resume: {
      help: "Let a halted thread go on.",
      arguments: { thread: consumer },
      run: (shop: ProducerConsumerSystem, { thread }) => {
        shop.kernel.resume(shop.find(thread).task);
      },
    },
    kill: {
      help: "End a thread at once. What it has in its hand is lost.",
      arguments: { thread: consumer },
      run: (shop: ProducerConsumerSystem, { thread }) => {
        shop.kill(shop.find(thread));
      },
    },
    burst: {
      help: "Start a producer that makes so many items without a rest, and ends.",
      arguments: { items: whole({ min: 1, max: 100_000, default: 100, help: "How many items." }) },
      run: (shop: ProducerConsumerSystem, { items }) => shop.burst(items).name,
    },
    stopProducers: {
      help: "Let all producers end after what they are at.",
      arguments: {},
      run: (shop: ProducerConsumerSystem) => {
        shop.stopProducers();
      },
    },
    drainAndStop: {
      help: "Stop the producers, let the consumers empty the queue, then let them end. Nothing is lost.",
      arguments: {},
      run: (shop: ProducerConsumerSystem) => {
        shop.drain();
      },
    },
  },
  invariants: lanesInvariants,
  live: liveSettings,
  adjust: (shop, parameter, value) => shop.set(parameter, value),
  structures: Object.values(queueStructure),
  structuresFor: ({ code }) => [queueStructure[code as QueueCode]],
  create: (settings, context) => new ProducerConsumerSystem(settings, context),
  begin: (shop) => shop.begin(),
  snapshot: (shop) => shop.snapshot(),
  kernel: ({ kernel }) => kernel,
  running: (state: LanesState) => runningThreads(state),
});

import type { Kernel } from "../../kernel/kernel.ts";
import { BoundedBlockingQueue } from "../../structures/bounded-blocking-queue.ts";
import { QueueNotifyingWrong } from "../../structures/broken/queue-notifying-wrong.ts";
import { QueueRestartingTimeout } from "../../structures/broken/queue-restarting-timeout.ts";
import { QueueTestingFirst } from "../../structures/broken/queue-testing-first.ts";
import { QueueWithIf } from "../../structures/broken/queue-with-if.ts";
import { QueueWithoutLock } from "../../structures/broken/queue-without-lock.ts";
import { choice } from "../fields.ts";

const classes = {
  right: BoundedBlockingQueue,
  "if-not-while": QueueWithIf,
  "notify-wrong": QueueNotifyingWrong,
  "no-lock": QueueWithoutLock,
  "test-then-put": QueueTestingFirst,
  "restarting-timeout": QueueRestartingTimeout,
} as const;

/** The right code of a blocking queue and the wrong ones, by the words that choose them. */
export type QueueCode = keyof typeof classes;

/** The classes' names as in their source: a page that was made smaller has others. */
export const queueStructure: { readonly [code in QueueCode]: string } = {
  right: "BoundedBlockingQueue",
  "if-not-while": "QueueWithIf",
  "notify-wrong": "QueueNotifyingWrong",
  "no-lock": "QueueWithoutLock",
  "test-then-put": "QueueTestingFirst",
  "restarting-timeout": "QueueRestartingTimeout",
};

const help = "The code of the queue: the right one, or one that is broken on purpose.";

/** Which code the queue runs. */
export const queueCode = choice({
  options: ["right", "if-not-while", "notify-wrong", "no-lock", "test-then-put", "restarting-timeout"],
  default: "right",
  help,
});

/** Which code the queue runs, where no time passes and a timeout could make no difference. */
export const timelessQueueCode = choice({
  options: ["right", "if-not-while", "notify-wrong", "no-lock", "test-then-put"],
  default: "right",
  help,
});

/** A queue of the chosen code. */
export function queueOf<T>(code: QueueCode, capacity: number, kernel: Kernel): BoundedBlockingQueue<T> {
  return new classes[code]<T>(capacity, kernel);
}

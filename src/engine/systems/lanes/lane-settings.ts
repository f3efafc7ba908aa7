import { choice, whole } from "../fields.ts";
import { queueCode } from "./queue-codes.ts";

const ms = (min: number, max: number, byDefault: number, help: string) =>
  whole({ min, max, default: byDefault, unit: "ms", help });
const threads = (byDefault: number, help: string) =>
  whole({ min: 0, max: 200, default: byDefault, unit: "threads", help });

/** What can be set of producers and consumers. Times are in ms of virtual time. */
export const laneSettings = {
  producers: threads(2, "How many threads make items."),
  consumers: threads(3, "How many threads process items."),
  capacity: whole({
    min: 1,
    max: 100_000,
    default: 1_000,
    unit: "slots",
    help: "How many items the queue holds.",
  }),
  produceTime: ms(1, 10_000, 1, "How long it takes to make an item."),
  putTimeout: ms(0, 100_000, 100, "How long a producer waits for room."),
  backoff: ms(1, 100_000, 10, "How long a producer rests after it found no room."),
  getTimeout: ms(1, 100_000, 1_000, "How long a consumer waits for an item before it looks round."),
  processingMin: ms(0, 100_000, 1, "The least time that an item takes to process."),
  processingMax: ms(0, 100_000, 10, "The most time that an item takes to process."),
  alarm: ms(1, 1_000_000, 100, "An item that takes longer than this is late."),
  onFull: choice({
    options: ["retry", "drop", "add-consumer"],
    default: "retry",
    help: "What a producer does that found no room: try the same item again, drop it, or have a consumer added.",
  }),
  scheduler: choice({
    options: ["first-come", "seeded"],
    default: "first-come",
    help: "Who of those who could move moves next: who has been ready longest, or anybody.",
  }),
  code: queueCode,
};

/** Those that may be changed in the middle of a run. */
export const liveSettings = Object.keys(laneSettings).filter((name) => name !== "code");

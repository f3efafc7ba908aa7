import { logPractice } from "./log-practice.ts";
import type { Practice } from "./practice.ts";
import { queuePractice } from "./queue-practice.ts";
import { overwritingRingPractice, ringPractice } from "./ring-practice.ts";

/** What can be practised, by the id of the system. */
export const practices: ReadonlyMap<string, Practice> = new Map<string, Practice>([
  ["ring-buffer", ringPractice as Practice],
  ["overwriting-ring-buffer", overwritingRingPractice as Practice],
  ["blocking-queue", queuePractice as Practice],
  ["distributed-log", logPractice as Practice],
]);

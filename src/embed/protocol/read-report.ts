import { type EmbedEvents, isOurs, isRecord, type Report, VERSION } from "./messages.ts";

const EVENTS: readonly (keyof EmbedEvents)[] = [
  "ready",
  "step",
  "beat",
  "state",
  "answer",
  "score",
  "resize",
];
/** No frame is higher than this, whatever is asked for. */
const HIGHEST = 10_000;

/** Read what an embedded run has told; undefined for anything that is no report of this version. */
export function readReport(data: unknown): Report | undefined {
  if (!isOurs(data) || data.version !== VERSION) return undefined;
  const { type, id, message, detail } = data;
  if (type === "here") return { type };
  if (type === "done") return typeof id === "number" ? { type, id } : undefined;
  if (type === "error") {
    if (typeof message !== "string") return undefined;
    return { type, message, ...(typeof id === "number" ? { id } : {}) };
  }
  const name = EVENTS.find((event) => event === type);
  if (name === undefined || !isRecord(detail)) return undefined;
  if (name === "resize" && !isHeight(detail.height)) return undefined;
  // From a page of our own: what else is in it is believed.
  return { type: name, detail } as unknown as Report;
}

function isHeight(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= HIGHEST;
}

import type { Detail } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";

/** What a structure just did, by its mark; undefined for a mark that says nothing of its own. */
export function markWords(mark: string, detail: Detail): string | undefined {
  const number = (name: string): string => {
    const value = detail[name];
    return typeof value === "number" ? grouped(value) : String(value ?? "");
  };
  switch (mark) {
    case "hash":
      return `The key’s murmur2 hash is ${String(detail.hash)}`;
    case "drop-sign":
      return `Without its sign bit it is ${String(detail.positive)}`;
    case "modulo":
      return `By the number of partitions this gives partition ${number("partition")}`;
    case "named":
      return `The record names partition ${number("partition")} itself`;
    case "unkeyed":
      return "The record has no key, so it goes where the last ones went";
    case "choose":
      return `The first batch goes to partition ${number("partition")}, drawn at random`;
    case "stick":
      return `The batch under way is for partition ${number("partition")}`;
    case "count":
      return `The batch under way has come to ${number("produced")} bytes`;
    case "switch":
      return `The batch is full: from now on partition ${number("to")}`;
    case "compare-segment":
      return `Binary search looks at the segment that begins at offset ${number("baseOffset")}`;
    case "segment-found":
      return "The segment is found";
    case "compare":
      return `Binary search looks at the index entry for offset ${number("offset")}`;
    case "found":
      return `The index says: begin at byte ${number("position")}`;
    case "scan":
      return `From there the records are read one after another, up to offset ${number("lastOffset")}`;
    case "write":
      return `Offset ${number("offset")} is written at byte ${number("position")} of segment ${number("segment")}`;
    case "index":
      return `The sparse index gets an entry for offset ${number("offset")}`;
    case "roll":
      return `A new segment begins at offset ${number("segment")}`;
    case "high-watermark":
      return `The high watermark is now ${number("offset")}`;
    case "expire":
      return `Segment ${number("segment")} may go`;
    case "drop-segments":
    case "remove-segments":
      return "Whole segments are removed, the oldest first";
    case "advance-log-start":
      return `The log now starts at offset ${number("to")}`;
    case "truncate":
      return detail.to === undefined
        ? "The end of the log is cut off"
        : `The log is cut off at offset ${number("to")}`;
    case "map":
      return `The last offset of key ${String(detail.key)} is ${number("offset")}`;
    default:
      return undefined;
  }
}

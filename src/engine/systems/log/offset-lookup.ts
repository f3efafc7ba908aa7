import type { Detail, Trace } from "../../kernel/trace.ts";
import { KafkaError } from "../../structures/log/kafka-error.ts";
import type { LogSegment } from "../../structures/log/log-segment.ts";
import type { LogState } from "./log-state.ts";
import type { Replica } from "./replica.ts";

type Lookup = NonNullable<LogState["lookup"]>;

/**
 * Find an offset in a log as a broker does, with every look at a segment or an index entry told.
 *
 * @param shown called with what is to be seen, before each thing is told
 * @throws KafkaError OFFSET_OUT_OF_RANGE when the log does not hold it
 */
export function findOffset(
  replica: Replica,
  offset: number,
  shown: (lookup: Lookup) => void,
  tell: Trace,
): Lookup {
  const { log, partition } = replica;
  if (offset < log.logStartOffset || offset >= log.logEndOffset) {
    const held = `the log holds ${log.logStartOffset} to ${log.logEndOffset}`;
    throw new KafkaError("OFFSET_OUT_OF_RANGE", `offset ${offset}; ${held}`);
  }
  let lookup: Lookup = Object.freeze({ partition, offset, probes: Object.freeze([]), found: null });
  shown(lookup);
  log.trace = (mark: string, detail: Detail = {}) => {
    if (mark === "compare") {
      lookup = Object.freeze({
        ...lookup,
        probes: Object.freeze([...lookup.probes, detail.offset as number]),
      });
      shown(lookup);
    }
    tell(mark, detail);
  };
  const segment = log.segments[log.segmentOf(offset)] as LogSegment;
  const place = segment.positionOf(offset);
  log.trace = undefined;
  lookup = Object.freeze({ ...lookup, found: Object.freeze({ segment: segment.baseOffset, place }) });
  shown(lookup);
  return lookup;
}

import type { Trace } from "../../kernel/trace.ts";
import { murmur2 } from "./murmur2.ts";
import { utf8 } from "./utf8.ts";

/** Gives every record of one key the same partition, as Kafka's Java client does. */
export class HashPartitioner {
  /** How many partitions the topic has. When it changes, so does the partition of most keys. */
  declare readonly partitions: number;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @throws RangeError when the number of partitions is not a positive whole number */
  constructor(partitions: number) {
    if (!Number.isSafeInteger(partitions) || partitions < 1) {
      throw new RangeError(`partitions must be a positive whole number; got ${String(partitions)}`);
    }
    this.partitions = partitions;
  }

  /**
   * The partition of a record. One that its sender named wins over the key. An empty key is a key; null is none, and
   * such a record has no partition of its own: undefined, and a sticky partitioner chooses.
   *
   * @throws RangeError when the named partition is not one of the topic's
   */
  partition(key: string | Uint8Array | null, named?: number): number | undefined {
    if (named !== undefined) {
      if (!Number.isSafeInteger(named) || named < 0 || named >= this.partitions) {
        throw new RangeError(`partition must be from 0 to ${this.partitions - 1}; got ${String(named)}`);
      }
      this.trace?.("named", { partition: named });
      return named;
    }
    if (key === null) {
      this.trace?.("unkeyed");
      return undefined;
    }
    const hash = murmur2(typeof key === "string" ? utf8(key) : key);
    this.trace?.("hash", { hash });
    // Not the absolute value: the sign bit is dropped, because the absolute value of −2³¹ is still negative in Java.
    const positive = hash & 0x7fffffff;
    this.trace?.("drop-sign", { positive });
    const partition = positive % this.partitions;
    this.trace?.("modulo", { partition });
    return partition;
  }
}

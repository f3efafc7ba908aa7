import type { Trace } from "../../kernel/trace.ts";

/** How CoDel is set. */
export interface CoDelSettings {
  /** The standing delay that is put up with, in ms. */
  readonly target: number;
  /** How long the delay must stay above it, in ms: about one round trip. */
  readonly interval: number;
}

/** What CoDel needs to know of who waits. */
export interface Queued {
  /** When it joined the queue, in ms. */
  readonly joined: number;
}

/**
 * Controlled Delay: drops from the front of a queue by how long its packets have waited, not by how many there are. Names
 * and law follow the pseudo-code of RFC 8289, section 5: as long as the delay stays above the target, drops come closer
 * together with the square root of their count.
 */
export class CoDel<T extends Queued> {
  /** True while it drops packets. */
  dropping = false;
  /** Drops since it began dropping. */
  count = 0;
  #lastCount = 0;
  #dropNext = 0;
  /** When the delay will have been above the target for an interval; null while it is below. */
  #firstAboveTime: number | null = null;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /**
   * Take the next packet to send.
   *
   * @param queue gives packets, first come first served; `size` counts those left in it
   * @param drop is told of each packet that is dropped
   */
  dequeue(
    now: number,
    queue: { take(): T | undefined; readonly size: number },
    settings: CoDelSettings,
    drop: (packet: T) => void,
  ): T | undefined {
    let { packet, late } = this.next(now, queue, settings);
    if (this.dropping) {
      if (!late) {
        this.dropping = false;
        this.trace?.("stop");
      }
      while (this.dropping && now >= this.#dropNext) {
        drop(packet as T);
        this.trace?.("drop");
        this.count += 1;
        ({ packet, late } = this.next(now, queue, settings));
        if (late) {
          this.#dropNext = this.controlLaw(this.#dropNext, settings.interval);
          this.trace?.("plan-drop", { count: this.count });
        } else {
          this.dropping = false;
          this.trace?.("stop");
        }
      }
    } else if (late) {
      drop(packet as T);
      this.trace?.("drop");
      packet = this.next(now, queue, settings).packet;
      this.dropping = true;
      // It was dropping a short while ago: go on at about the rate that was right then.
      const delta = this.count - this.#lastCount;
      const isRecent = now - this.#dropNext < 16 * settings.interval;
      this.count = delta > 1 && isRecent ? delta : 1;
      this.#dropNext = this.controlLaw(now, settings.interval);
      this.trace?.("plan-drop", { count: this.count });
      this.#lastCount = this.count;
    }
    return packet;
  }

  protected next(
    now: number,
    queue: { take(): T | undefined; readonly size: number },
    { target, interval }: CoDelSettings,
  ) {
    const packet = queue.take();
    // With at most one packet left behind it there is no standing queue, however slow the link.
    if (packet === undefined || now - packet.joined < target || queue.size <= 1) {
      this.#firstAboveTime = null;
      this.trace?.("below-target");
      return { packet, late: false };
    }
    this.#firstAboveTime ??= now + interval;
    this.trace?.("above-target");
    return { packet, late: now >= this.#firstAboveTime };
  }

  /** When to drop next. `Math.sqrt` is exact in ECMAScript, so every machine gets the same time. */
  protected controlLaw(time: number, interval: number): number {
    return time + interval / Math.sqrt(this.count);
  }
}

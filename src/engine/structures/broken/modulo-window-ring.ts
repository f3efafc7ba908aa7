import { OverwritingRingBuffer } from "../overwriting-ring-buffer.ts";

/**
 * An overwriting ring that takes “global index mod capacity” for an item's slot. That is right until the first `clear`:
 * then head starts over at slot 0 while the count of everything written goes on, and the two no longer agree.
 */
export class ModuloWindowRing<T> extends OverwritingRingBuffer<T> {
  override slotOf(index: number): number {
    return index % this.capacity;
  }
}

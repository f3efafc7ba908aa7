/** What a ring should do, said without a ring: everything ever written, and which of it is still held. */
export class NaiveRing<T> {
  readonly capacity: number;
  readonly overwrites: boolean;
  readonly written: T[] = [];
  oldest = 0;

  constructor(capacity: number, overwrites: boolean) {
    this.capacity = capacity;
    this.overwrites = overwrites;
  }

  get held(): T[] {
    return this.written.slice(this.oldest);
  }

  push(item: T): boolean {
    if (this.held.length === this.capacity) {
      if (!this.overwrites) return false;
      this.oldest += 1;
    }
    this.written.push(item);
    return true;
  }

  pop(): T | undefined {
    const [first, ...rest] = this.held;
    this.oldest = this.written.length - rest.length;
    return first;
  }

  clear(): void {
    this.oldest = this.written.length;
  }

  recent(n: number): T[] {
    return n <= 0 ? [] : this.held.reverse().slice(0, n);
  }

  window(start: number, length: number): (T | null)[] {
    return this.written
      .slice(start, start + Math.max(0, length))
      .map((item, i) => (start + i < this.oldest ? null : item));
  }
}

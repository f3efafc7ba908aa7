import { DomainError } from "../kernel/domain-error.ts";

/** How long a call may wait. */
export interface Patience {
  /** May it wait at all? True unless said otherwise; without it the timeout is ignored. */
  readonly block?: boolean;
  /** At most so many ms for the whole call; for ever unless said otherwise. */
  readonly timeout?: number;
}

/** There was no room in time. */
export class Full extends DomainError {
  override readonly name = "Full";

  constructor(capacity: number) {
    super(`all ${capacity} places are taken`);
  }
}

/** There was no item in time. */
export class Empty extends DomainError {
  override readonly name = "Empty";

  constructor() {
    super("there is no item");
  }
}

/** The queue is closed: nothing more can be put, or nothing is left to take. */
export class Closed extends DomainError {
  override readonly name = "Closed";

  constructor() {
    super("the queue is closed");
  }
}

/**
 * What goes wrong within the world that is shown, and is a lesson: a queue that is full when the time is up, an offset
 * that is gone. A run records it as the outcome of an operation; any other error is a fault in the program and is thrown.
 */
export class DomainError extends Error {
  override readonly name: string = "DomainError";
}

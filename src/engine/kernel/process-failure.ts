/** A process threw. It has been retired; `cause` is what it threw. */
export class ProcessFailure extends Error {
  override readonly name: string = "ProcessFailure";
  /** The name of the process that threw. */
  readonly process: string;

  constructor(process: string, cause: unknown) {
    super(`process “${process}” failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.process = process;
  }
}

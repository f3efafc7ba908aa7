import type { ZodMiniType } from "zod/mini";

/** One of our structures, held against the recorded behaviour of the real thing. */
export interface Model<Case = unknown> {
  /** The name of its vector file without `.json`. */
  readonly name: string;
  /** What a case must look like. */
  readonly shape: ZodMiniType<Case>;
  /** Run a whole case. Undefined when all is equal, otherwise the first difference in words. */
  firstDifference(recorded: Case): string | undefined;
}

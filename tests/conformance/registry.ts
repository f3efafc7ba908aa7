import type { Model } from "./model.ts";
import { ringBuffer } from "./models/ring-buffer.ts";

/** Every model, by the name of its vector file. */
export const models: ReadonlyMap<string, Model> = new Map(
  [ringBuffer].map((model) => [model.name, model as Model]),
);

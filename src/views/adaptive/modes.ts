import type { AdaptiveMode } from "../../engine/structures/adaptive-controller.ts";

/** The modes in words: what is done with a newcomer. */
export const MODE_WORDS: {
  readonly [Mode in AdaptiveMode]: { readonly name: string; readonly does: string };
} = {
  block: { name: "block", does: "when full, the producer waits" },
  grow: { name: "grow", does: "when nearly full, more slots" },
  sample: { name: "sample", does: "when nearly full, a few get in" },
  dropOldest: { name: "drop oldest", does: "when full, the oldest gives way" },
};

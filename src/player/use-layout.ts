import { useSyncExternalStore } from "react";
import { type Layout, layoutOfPage, watchLayout } from "./layout.ts";

export function useLayout(): Layout {
  return useSyncExternalStore(watchLayout, layoutOfPage);
}

import { useEffect, useState } from "react";
import { whenIdle } from "./when-idle.ts";

let rested = false;

/** From now on the page counts as painted and at rest. */
export function rest(): void {
  rested = true;
}

/** True once the page has been painted and the browser has had nothing to do: time for what nobody waits for. */
export function useAtRest(): boolean {
  const [atRest, setAtRest] = useState(rested);
  useEffect(() => {
    if (atRest) return;
    return whenIdle(() => {
      rest();
      setAtRest(true);
    });
  }, [atRest]);
  return atRest;
}

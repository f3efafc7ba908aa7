import { useEffect, useState } from "react";
import { allThatComes } from "./load-once.ts";
import { whenIdle } from "./when-idle.ts";

let rested = false;

/** From now on the page counts as painted and at rest. */
export function rest(): void {
  rested = true;
}

/**
 * True once the page has come, has been painted, and the browser has had nothing to do: time for what nobody waits for. A
 * browser that waits for the page itself has nothing to do either; what is sent for then would only keep the page waiting.
 */
export function useAtRest(): boolean {
  const [atRest, setAtRest] = useState(rested);
  useEffect(() => {
    if (atRest) return;
    let cancel = () => {};
    let awaited = true;
    const look = () => {
      cancel = whenIdle(() => {
        const coming = allThatComes();
        if (coming !== undefined) {
          coming.then(() => awaited && look());
          return;
        }
        rest();
        setAtRest(true);
      });
    };
    look();
    return () => {
      awaited = false;
      cancel();
    };
  }, [atRest]);
  return atRest;
}

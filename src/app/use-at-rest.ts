import { useEffect, useState } from "react";
import { whenIdle } from "../player/loading/when-idle.ts";

/** True once the page has been painted and the browser has had nothing to do: time for what nobody waits for. */
export function useAtRest(): boolean {
  const [atRest, setAtRest] = useState(false);
  useEffect(() => whenIdle(() => setAtRest(true)), []);
  return atRest;
}

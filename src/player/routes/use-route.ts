import { useEffect, useState } from "react";
import { parseRoute, type Route } from "./route.ts";

/** Where the page is. It follows links and the browser's buttons, not `replaceHash`. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return route;
}

/** Have the address tell where the reader is, without going anywhere and without a trace in the history. */
export function replaceHash(hash: string): void {
  if (location.hash !== hash) history.replaceState(history.state, "", hash);
}

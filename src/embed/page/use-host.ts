import { useEffect, useState } from "react";

export type Host = typeof import("../protocol/host.ts");

/** What talks to the page around this one, as soon as it has come; none when there is no such page. */
export function useHost(): Host | undefined {
  const [host, setHost] = useState<Host>();
  useEffect(() => {
    if (window.parent === window) return;
    import("../protocol/host.ts").then(setHost, () => {
      // Without it the run works as it does on a page that does not listen.
    });
  }, []);
  return host;
}

import type { ComponentType, ReactNode } from "react";
import { loadOnce } from "./load-once.ts";
import { Loaded } from "./loaded.tsx";
import { rest, useAtRest } from "./use-at-rest.ts";

const parts = new Map<string, () => Promise<unknown>>();

/**
 * A part of the page that the picture does not wait for: it is sent for when the page is at rest for the first time, and is
 * there at once from then on.
 *
 * @param room what keeps its room until then
 */
export function later<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
  room: ReactNode = null,
): ComponentType<P> {
  parts.set(name, load);
  return function Later(props: P) {
    const atRest = useAtRest();
    if (!atRest) return room;
    return (
      <Loaded name={name} load={load} room={room}>
        {(Part) => <Part {...props} />}
      </Loaded>
    );
  };
}

/** Have all such parts now. */
export async function sendForLaterParts(): Promise<void> {
  await Promise.all([...parts].map(([name, load]) => loadOnce(name, load).promise));
  rest();
}

import { type ReactNode, useEffect, useReducer } from "react";
import { loadOnce } from "./load-once.ts";

interface LoadedProps<T> {
  readonly name: string;
  readonly load: () => Promise<T>;
  readonly children: (value: T) => ReactNode;
}

/**
 * Shows what is loaded as soon as it has come, and until then nothing. React's own Suspense would hold it back for a
 * third of a second, so that fallbacks do not flicker; here there is no fallback.
 */
export function Loaded<T>({ name, load, children }: LoadedProps<T>) {
  const parcel = loadOnce(name, load);
  const [, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    // Also when it has come by now: it may have come since the rendering that did not find it.
    let awaited = true;
    const arrive = () => {
      if (awaited) look();
    };
    parcel.promise.then(arrive, arrive);
    return () => {
      awaited = false;
    };
  }, [parcel]);
  if (parcel.error !== undefined) throw parcel.error;
  return parcel.value === undefined ? null : children(parcel.value);
}

import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Size } from "../../stage/mark.ts";

/** What is taken where nothing can be measured, as outside of a browser. */
const UNMEASURED: Size = { width: 640, height: 400 };

/** An element's size in whole px, kept up to date; null only in the very first rendering, before anything is painted. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState(typeof ResizeObserver === "undefined" ? UNMEASURED : null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || typeof ResizeObserver === "undefined") return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width > 0 && height > 0) {
        setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
      }
    };
    measure();
    // Told between layout and paint: drawn now, no frame shows the picture at the size that it had.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

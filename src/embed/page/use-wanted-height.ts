import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/**
 * Tell how high the frame would have to be to show everything without scrolling. It depends on the width and on what is
 * shown, never on the height that there is: so a host that follows it comes to rest.
 */
export function useWantedHeight(
  frame: RefObject<HTMLElement | null>,
  onHeight: ((height: number) => void) | undefined,
): void {
  const observer = useRef<ResizeObserver>(undefined);
  useEffect(() => {
    const { current } = frame;
    if (current === null || onHeight === undefined) return;
    let last = 0;
    const measure = () => {
      const height = wantedHeight(current);
      if (height === last) return;
      last = height;
      onHeight(height);
    };
    const sizes = new ResizeObserver(measure);
    observer.current = sizes;
    observe(sizes, current);
    return () => {
      sizes.disconnect();
      observer.current = undefined;
    };
  }, [frame, onHeight]);
  // What is shown may have changed with any rendering.
  useLayoutEffect(() => {
    if (observer.current !== undefined && frame.current !== null) observe(observer.current, frame.current);
  });
}

/** The parts, and what is in them: where a part is clipped, only that tells of a change. Known ones are passed over. */
function observe(observer: ResizeObserver, frame: HTMLElement): void {
  for (const part of frame.children) {
    observer.observe(part);
    if (part.firstElementChild !== null) observer.observe(part.firstElementChild);
  }
}

function wantedHeight(frame: HTMLElement): number {
  const parts = [...frame.children].filter((part) => part instanceof HTMLElement);
  return Math.ceil(parts.reduce((sum, part) => sum + wantedBy(part), 0));
}

/** A part with a basis of its own wants that, however much it is given; any other wants to show all that is in it. */
function wantedBy(part: HTMLElement): number {
  const { position, flexBasis, display, gridColumnStart } = getComputedStyle(part);
  if (position === "absolute" || display === "none" || gridColumnStart === "side") return 0;
  const basis = Number.parseFloat(flexBasis);
  if (Number.isFinite(basis)) return basis;
  return part.scrollHeight + part.offsetHeight - part.clientHeight;
}

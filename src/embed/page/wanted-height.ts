/** Watches how high a frame would have to be. */
export interface HeightWatch {
  /** What is shown may have changed: what is new is watched too. */
  readonly look: () => void;
  readonly stop: () => void;
}

/**
 * Tell how high the frame would have to be to show everything without scrolling, now and whenever that changes. It depends
 * on the width and on what is shown, never on the height that there is: so a host that follows it comes to rest.
 */
export function watchHeight(frame: HTMLElement, tell: (height: number) => void): HeightWatch {
  let last = 0;
  const sizes = new ResizeObserver(() => {
    const height = wantedHeight(frame);
    if (height === last) return;
    last = height;
    tell(height);
  });
  const look = () => observe(sizes, frame);
  look();
  return { look, stop: () => sizes.disconnect() };
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

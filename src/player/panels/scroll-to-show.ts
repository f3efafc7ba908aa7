interface Stretch {
  readonly start: number;
  readonly length: number;
}

/**
 * Where to scroll so that something stands in sight with some room on both sides: no further than it takes, and nowhere
 * when it does already. Of what is longer than the window its beginning is shown.
 *
 * @example scrollToShow({ start: 0, length: 100 }, { start: 90, length: 20 }, 10) // 20
 */
export function scrollToShow(window: Stretch, shown: Stretch, room: number): number {
  const first = shown.start - room;
  const last = shown.start + shown.length + room - window.length;
  return Math.max(0, Math.min(first, Math.max(last, window.start)));
}

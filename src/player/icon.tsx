/** The shapes on buttons, each in a square of 16. They say nothing by themselves: the button has a name. */
const SHAPES = {
  play: "M4.5 2.6v10.8a.6.6 0 0 0 .92.5l8.2-5.4a.6.6 0 0 0 0-1l-8.2-5.4a.6.6 0 0 0-.92.5Z",
  back: "M11.5 2.6v10.8a.6.6 0 0 1-.92.5l-8.2-5.4a.6.6 0 0 1 0-1l8.2-5.4a.6.6 0 0 1 .92.5Z",
  pause: "M4 2.5h2.6v11H4Zm5.4 0H12v11H9.4Z",
  "next-step": "M2.5 3v10a.5.5 0 0 0 .8.4l6.9-5a.5.5 0 0 0 0-.8l-6.9-5a.5.5 0 0 0-.8.4Zm9 -.5h2v11h-2Z",
  "previous-step":
    "M13.5 3v10a.5.5 0 0 1-.8.4l-6.9-5a.5.5 0 0 1 0-.8l6.9-5a.5.5 0 0 1 .8.4Zm-11 -.5h2v11h-2Z",
  "next-move": "M5.3 2.6 6.6 1.3 13.3 8l-6.7 6.7-1.3-1.3L10.7 8Z",
  "previous-move": "M10.7 2.6 9.4 1.3 2.7 8l6.7 6.7 1.3-1.3L5.3 8Z",
  undo: "M6.2 2.2 2 6.2l4.2 4V7.4h3.3a2.4 2.4 0 0 1 0 4.8H6v1.8h3.5a4.2 4.2 0 0 0 0-8.4H6.2Z",
  redo: "M9.8 2.2 14 6.2l-4.2 4V7.4H6.5a2.4 2.4 0 0 0 0 4.8H10v1.8H6.5a4.2 4.2 0 0 1 0-8.4h3.3Z",
  share:
    "M8 1 11.6 4.6 10.5 5.7 8.8 4v6H7.2V4L5.5 5.7 4.4 4.6ZM2.8 7h2.4v1.6h-.8v4.9h7.2V8.6h-.8V7h2.4v8.1H2.8Z",
  embed: "M5.6 3.6 6.8 4.8 3.6 8l3.2 3.2-1.2 1.2L1.2 8Zm4.8 0L14.8 8l-4.4 4.4-1.2-1.2L12.4 8 9.2 4.8Z",
  holds: "M6.4 12.6 2 8.2l1.4-1.4 3 3 6.2-6.4L14 4.8Z",
  open: "M9 2h5v5h-1.8V5.1L7.4 9.9 6.1 8.6l4.8-4.8H9Zm-6 2h4v1.8H3.8v6.4h6.4V9H12v5H2V4Z",
  broken: "m3.4 2 4.6 4.6L12.6 2 14 3.4 9.4 8l4.6 4.6-1.4 1.4L8 9.4 3.4 14 2 12.6 6.6 8 2 3.4Z",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} fill="currentColor" />
    </svg>
  );
}

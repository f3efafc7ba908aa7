import { type KeyboardEvent, type PointerEvent, useId } from "react";

interface DividerProps {
  /** The text's share of the width, in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

const [LEAST, MOST, STEP] = [25, 75, 2];

/** Between the text and the preview: to be dragged, or moved with the arrow keys. */
export function Divider({ share, onShare }: DividerProps) {
  const id = useId();
  const set = (wanted: number) => onShare(Math.min(MOST, Math.max(LEAST, wanted)));
  const drag = ({ currentTarget, clientX, pointerId, buttons, type }: PointerEvent<HTMLElement>) => {
    if (type === "pointerdown") currentTarget.setPointerCapture(pointerId);
    else if (buttons === 0) return;
    const around = currentTarget.parentElement?.getBoundingClientRect();
    if (around !== undefined) set(Math.round(((clientX - around.left) / around.width) * 100));
  };
  const press = (event: KeyboardEvent) => {
    const to = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: LEAST, End: MOST }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      id={id}
      className="divider"
      role="separator"
      aria-label="Width of the text"
      aria-orientation="vertical"
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={press}
      onDoubleClick={() => set(50)}
    />
  );
}

import { type ReactNode, useEffect, useRef } from "react";
import { MessageRoom } from "./message-room.ts";

interface PopoverProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A button that opens a few more controls above it. Escape, or a press elsewhere, closes them. */
export function Popover({ title, children }: PopoverProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: Event) => {
      const { current } = details;
      if (current !== null && target instanceof Node && !current.contains(target)) current.open = false;
    };
    window.addEventListener("pointerdown", close);
    return () => window.removeEventListener("pointerdown", close);
  }, []);
  return (
    <details
      ref={details}
      className="popover"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || details.current?.open !== true) return;
        details.current.open = false;
        details.current.querySelector("summary")?.focus();
        event.stopPropagation();
      }}
    >
      <summary className="button">{title}</summary>
      <div className="popover-body">
        <div className="popover-controls">
          <MessageRoom value={null}>{children}</MessageRoom>
        </div>
      </div>
    </details>
  );
}

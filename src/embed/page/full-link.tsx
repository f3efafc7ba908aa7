import type { ReactNode } from "react";
import { Icon } from "../../player/icon.tsx";

interface FullLinkProps {
  readonly href: string;
  readonly children?: ReactNode;
}

/** A way out of the frame, into a tab of its own. */
export function FullLink({ href, children }: FullLinkProps) {
  return (
    <a
      className={children === undefined ? "button quiet full-link" : "full-link"}
      href={href}
      target="_blank"
      rel="noopener"
      {...(children === undefined ? { "aria-label": "Open in full", title: "Open in full" } : {})}
    >
      {children}
      <Icon name="open" />
    </a>
  );
}

import { type ReactNode, useEffect, useMemo } from "react";
import type { EmbedProps } from "./embed-page.tsx";
import { FullLink } from "./full-link.tsx";

interface NothingProps extends EmbedProps {
  readonly children: ReactNode;
}

/** Said where there is nothing to show. */
export function Nothing({ host, doHere, children }: NothingProps) {
  useEffect(() => host?.serve(doHere), [host, doHere]);
  const home = useMemo(() => new URL("./", location.href).href, []);
  return (
    <main className="nothing" role="alert">
      <p>{children}</p>
      <FullLink href={home}>Open the site</FullLink>
    </main>
  );
}

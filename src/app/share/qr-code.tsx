import { useMemo } from "react";
import { qrPath } from "./qr-path.ts";

/** Modules of white round the code: cameras need them. */
const QUIET = 4;

/** A link to be scanned. It is dark on white in every theme, because that is what cameras read. */
export function QrCode({ text }: { readonly text: string }) {
  const code = useMemo(() => qrPath(text), [text]);
  if (code === undefined) {
    return <p className="qr-none">This link is too long for a QR code. Copy it instead.</p>;
  }
  const whole = code.side + 2 * QUIET;
  return (
    <svg
      className="qr"
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      role="img"
      aria-label="QR code of this link"
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} rx="2" fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

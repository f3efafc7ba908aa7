import { useEffect, useRef, useState } from "react";
import { sealed } from "../protocol/messages.ts";
import { readReport } from "../protocol/read-report.ts";

interface PreviewProps {
  readonly source: string;
  readonly title: string;
  /** Told how high the frame wants to be. */
  readonly onHeight: (height: number) => void;
}

const FIRST_HEIGHT = 480;

/** The very frame that the code makes, as high as it wants to be. */
export function Preview({ source, title, onHeight }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      const inside = frame.current?.contentWindow;
      if (!inside || event.source !== inside || event.origin !== location.origin) return;
      const report = readReport(event.data);
      if (report?.type === "here") inside.postMessage(sealed({ type: "hello" }), location.origin);
      if (report?.type !== "resize") return;
      setHeight(report.detail.height);
      onHeight(report.detail.height);
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, [onHeight]);
  // With another address it is another frame: one that goes elsewhere would leave traces in the history.
  return (
    <figure className="embed-preview">
      <figcaption>Preview</figcaption>
      <iframe key={source} ref={frame} src={source} title={`Preview of ${title}`} style={{ height }} />
    </figure>
  );
}

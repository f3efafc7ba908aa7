import { useRef, useState } from "react";
import { openRunFile } from "./open-run-file.ts";

interface OpenRunProps {
  readonly look: "link" | "button";
  readonly onOpened?: () => void;
}

/** Lets the reader choose the file of a run, and goes there. */
export function OpenRun({ look, onOpened }: OpenRunProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    const wrong = await openRunFile(file);
    if (wrong === undefined) onOpened?.();
    else setProblem(wrong);
  };
  return (
    <>
      <button type="button" className={look} onClick={() => chooser.current?.click()}>
        Open a run
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".txt,text/plain"
        aria-label="File of a run"
        onChange={({ target }) => {
          open(target.files?.[0]);
          // So that the same file can be chosen again.
          target.value = "";
        }}
      />
      <p className="bad" role="status">
        {problem}
      </p>
    </>
  );
}

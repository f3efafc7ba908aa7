import { useEffect, useState } from "react";
import { Notice } from "../../player/notice/notice.tsx";
import { openRunFile } from "./open-run-file.ts";

/** Opens the file of a run that is dropped anywhere on the page, unless what it is dropped on takes files itself. */
export default function DroppedRun() {
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = async (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      setProblem("");
      setProblem((await openRunFile(file)) ?? "");
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return problem === "" ? null : <Notice key={problem}>{problem}</Notice>;
}

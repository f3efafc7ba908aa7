import { type ReactNode, useEffect, useMemo, useReducer, useState } from "react";
import type { System } from "../../engine/index.ts";
import { printRun } from "../../scenario/link/print-run.ts";
import type { EpisodeModule } from "../episode-module.ts";
import { labHref } from "../link/lab-href.ts";
import { Slices } from "../link/slices.ts";
import { loadLabModule } from "./lab-module.ts";
import { type OpenedLab, openingLab } from "./lab-player.ts";
import { Loaded } from "./loaded.tsx";

interface LinkedLabProps {
  readonly system: System;
  /** What the address says. */
  readonly query: URLSearchParams;
  /** Shown while a long run is on its way to its moment. */
  readonly waiting: ReactNode;
  readonly children: (module: EpisodeModule, run: OpenedLab) => ReactNode;
}

/** A system at the place in its run that an address leads to. */
export function LinkedLab({ system, query, waiting, children }: LinkedLabProps) {
  const slices = useMemo(() => new Slices(openingLab(system, query)), [system, query]);
  const [, look] = useReducer((count: number) => count + 1, 0);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (slices.result !== undefined) return;
    let awaited = true;
    slices.finish(() => awaited).then(look, setError);
    return () => {
      awaited = false;
    };
  }, [slices]);
  if (error !== undefined) throw error;
  if (slices.result === undefined) return waiting;
  const run = slices.result.value;
  const { setup } = run.recording;
  // The run itself is no part of what is loaded.
  const name = labHref(system.id, printRun({ setup, inputs: [], length: 1 }, 0));
  return (
    <Loaded key={name} name={name} load={() => loadLabModule(setup)}>
      {(module) => children(module, run)}
    </Loaded>
  );
}

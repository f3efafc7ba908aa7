import { defaultsOf, type Input, type Plain, Recording, type System } from "../engine/index.ts";
import type { GalleryState } from "./gallery-states.ts";
import type { Picture, View } from "./view.ts";

/** How a gallery state comes about: a system, what is done to it, and which move of the last operation is on show. */
export interface GalleryRun {
  readonly id: string;
  readonly title: string;
  readonly view: View<never>;
  readonly system: System<never>;
  readonly parameters?: { readonly [name: string]: Plain };
  readonly inputs?: readonly Input[];
  /** The mark of the last operation at which to stop; its last frame if left out. */
  readonly mark?: string;
  /** How far into that move; the end of it if left out. */
  readonly t?: number;
  readonly ahead?: readonly Plain[];
  readonly stream?: string;
}

/** The state that a run comes to. It is run when its picture is first looked at: all of them together take seconds. */
export function galleryState(run: GalleryRun): GalleryState {
  const { id, title, t = 1 } = run;
  let made: Pick<GalleryState, "from" | "to"> | undefined;
  const pictures = () => {
    made ??= picturesOf(run);
    return made;
  };
  return {
    id,
    title,
    view: run.view as unknown as View,
    get from() {
      return pictures().from;
    },
    get to() {
      return pictures().to;
    },
    t,
  };
}

function picturesOf(run: GalleryRun): Pick<GalleryState, "from" | "to"> {
  const { inputs = [], mark, ahead = [], stream } = run;
  const system = run.system as unknown as System;
  const recording = new Recording(
    { system, parameters: { ...defaultsOf(system.parameters), ...run.parameters }, seed: 7 },
    inputs,
  );
  const last = recording.startOf(inputs.length - 1);
  let index = recording.length - 1;
  for (let at = Math.max(0, last); mark !== undefined && at < recording.length; at++) {
    if (recording.frame(at).cause.mark === mark) {
      index = at;
      break;
    }
  }
  const picture = (at: number): Picture => {
    const frame = recording.frame(Math.max(0, at));
    // The item of the operation that is running still waited before it began.
    const waiting = inputs.length > 0 && at < last && inputs.at(-1)?.operation === "push";
    const item = inputs.at(-1)?.values.item;
    return { frame, ahead: waiting ? [item, ...ahead] : ahead, ...(stream === undefined ? {} : { stream }) };
  };
  return { from: picture(index - 1), to: picture(index) };
}

/** Push texts `T0`, `T1` … from `first` to `last`. */
export function pushes(first: number, last: number): Input[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => push(`T${first + i}`));
}

export function push(item: string | undefined): Input {
  return { operation: "push", values: { item } };
}

/** So many operations without arguments. */
export function times(count: number, operation: string): Input[] {
  return Array.from({ length: count }, () => ({ operation, values: {} }));
}

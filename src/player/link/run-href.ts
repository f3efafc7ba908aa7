import { printRun } from "../../scenario/link/print-run.ts";
import { type PlayerState, shownPosition } from "../store/player-state.ts";
import { labHref } from "./lab-href.ts";

/** With the site's own address before it, it stays under the 2,000 characters that every program lets an address have. */
const LONGEST = 1_900;

/** The address of the lab that shows the reader's own run at this very place; undefined when there is none or it is too long for one. */
export function runHref(state: PlayerState): string | undefined {
  if (state.hand === null) return undefined;
  const { recording } = state.hand;
  const query = printRun(recording, shownPosition(state));
  if (query === undefined) return undefined;
  const href = labHref(recording.setup.system.id, query);
  return href.length > LONGEST ? undefined : href;
}

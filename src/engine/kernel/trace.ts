import type { Plain } from "./plain.ts";

/** The particulars of one mark: which slot, which item, the new value of a pointer. */
export type Detail = { readonly [key: string]: Plain };

/**
 * What a structure calls after each small thing that matters. A structure whose `trace` is undefined
 * runs at full speed and tells nobody.
 *
 * @param mark the name of what was just done, for example `advance-head`
 */
export type Trace = (mark: string, detail?: Detail) => void;

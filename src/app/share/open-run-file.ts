import { LIMITS } from "../../scenario/link/limits.ts";
import { readRunFile } from "../../scenario/link/run-file.ts";

/**
 * Go where the run in a file leads, as its link would if there were one.
 *
 * @returns a sentence for the reader when it cannot be opened
 */
export async function openRunFile(file: File): Promise<string | undefined> {
  const read = await readAddress(file);
  if (!read.ok) return `“${file.name.slice(0, 60)}” could not be opened: ${read.message}.`;
  // To be at its address is not to be at its moment: the address of so long a run does not follow what is done.
  if (location.hash === read.value) window.dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = read.value;
  return undefined;
}

async function readAddress(file: File): Promise<ReturnType<typeof readRunFile>> {
  // Compressed it can only be shorter.
  if (file.size > LIMITS.unpacked) return { ok: false, message: "it is far too long for a run" };
  try {
    return readRunFile(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return { ok: false, message: "it is not a text" };
  }
}

/** How things stand when nothing can move: over, or asleep with the names of who waits on what. */
export type Quiescence =
  | { readonly kind: "active" }
  | { readonly kind: "finished" }
  | {
      readonly kind: "asleep";
      readonly waiting: readonly { readonly process: string; readonly on: string }[];
    };

/**
 * How things stand, as a sentence without its full stop: “everyone is waiting on notFull: P0, P1”.
 */
export function quiescenceInWords(quiescence: Quiescence): string {
  if (quiescence.kind === "active") return "somebody can still move";
  if (quiescence.kind === "finished") return "every process has ended";
  const rooms = new Map<string, string[]>();
  for (const { process, on } of quiescence.waiting) rooms.set(on, [...(rooms.get(on) ?? []), process]);
  const groups = [...rooms].map(([on, processes]) => `on ${on}: ${processes.join(", ")}`);
  return groups.length === 1
    ? `everyone is waiting ${groups[0]}`
    : `everyone is waiting, ${groups.join("; ")}`;
}

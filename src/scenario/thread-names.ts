/** The names of the threads in a state, in order; none when it has none. */
export function threadNames(state: object): readonly string[] {
  if (!("threads" in state)) return [];
  return [...(state.threads as Iterable<{ readonly name: string }>)].map(({ name }) => name);
}

/** The names of the top-level fields in which two states differ. States share what did not change. */
export function changedFields(from: object, to: object): string[] {
  if (from === to) return [];
  const before = from as Readonly<Record<string, unknown>>;
  return Object.entries(to).flatMap(([name, value]) => (Object.is(before[name], value) ? [] : [name]));
}
